const examples = (pattern: string, ...shown: readonly string[]) =>
  `(e.g. ${shown.map(example => `'${example}'`).join(',  or ')}, regex used for validation is '${pattern}')`

const labelPattern = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomainPattern = String.raw`${labelPattern}(\.${labelPattern})*`
const namePattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const valuePattern = `(${namePattern})?`

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const namePart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/

const isLabels = (text: string) => text.split('.').every(part => label.test(part))

/** What Kubernetes says of a text that has to be a DNS label; nothing when it is one. */
export function labelErrors(text: string): readonly string[] {
  const errors = text.length > 63 ? ['must be no more than 63 characters'] : []
  if (label.test(text)) return errors
  if (isLabels(text)) return [...errors, 'must not contain dots']
  const must =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(labelPattern, 'my-name', '123-abc')}`]
}

/** The same of a DNS subdomain: labels with dots between them. */
export function subdomainErrors(text: string): readonly string[] {
  const errors = text.length > 253 ? ['must be no more than 253 characters'] : []
  if (isLabels(text)) return errors
  const must =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(subdomainPattern, 'example.com')}`]
}

/** The same of a key of a label: a name, with a subdomain and a slash in front or without. */
export function labelKeyErrors(text: string): readonly string[] {
  const parts = text.split('/')
  const must =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  const shown = examples(namePattern, 'MyName', 'my.name', '123-abc')
  if (parts.length > 2)
    return [
      `a valid label key ${must} ${shown.slice(0, -1)} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`,
    ]
  const name = parts.at(-1) ?? ''
  const errors: string[] = []
  const prefix = parts.length === 2 ? (parts[0] ?? '') : undefined
  if (prefix === '') errors.push('prefix part must be non-empty')
  else if (prefix !== undefined) errors.push(...subdomainErrors(prefix).map(error => `prefix part ${error}`))
  if (name === '') errors.push('name part must be non-empty')
  else if (bytes(name) > 63) errors.push('name part must be no more than 63 bytes')
  if (!namePart.test(name)) errors.push(`name part ${must} ${shown}`)
  return errors
}

/** The same of a label's value. */
export function labelValueErrors(text: string): readonly string[] {
  const errors = bytes(text) > 63 ? ['must be no more than 63 bytes'] : []
  if (text === '' || namePart.test(text)) return errors
  const must =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(valuePattern, 'MyValue', 'my_value', '12345')}`]
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length
}
