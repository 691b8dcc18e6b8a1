const examples = (pattern: string, ...shown: readonly string[]) =>
  `(e.g. ${shown.map(example => `'${example}'`).join(',  or ')}, regex used for validation is '${pattern}')`

const labelPattern = '[a-z0-9]([-a-z0-9]*[a-z0-9])?'
const subdomainPattern = String.raw`${labelPattern}(\.${labelPattern})*`
const oldLabelPattern = '[a-z]([-a-z0-9]*[a-z0-9])?'
const namePattern = '([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]'
const valuePattern = `(${namePattern})?`

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/
const oldLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/
const namePart = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/

const none: readonly string[] = []

const isLabels = (text: string) =>
  text.includes('.') ? text.split('.').every(part => label.test(part)) : label.test(text)

/** What Kubernetes says of a text that has to be a DNS label; nothing when it is one. */
export function labelErrors(text: string): readonly string[] {
  if (text.length <= 63 && label.test(text)) return none
  const errors = isLonger(text, 63) ? ['must be no more than 63 characters'] : []
  if (label.test(text)) return errors
  if (isLabels(text)) return [...errors, 'must not contain dots']
  const must =
    "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(labelPattern, 'my-name', '123-abc')}`]
}

/** The same of a DNS subdomain: labels with dots between them. */
export function subdomainErrors(text: string): readonly string[] {
  const errors = isLonger(text, 253) ? ['must be no more than 253 characters'] : []
  if (isLabels(text)) return errors
  const must =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(subdomainPattern, 'example.com')}`]
}

/** The same of a name by the older standard for hosts, which Services have: it begins with a letter. */
export function serviceNameErrors(text: string): readonly string[] {
  const errors = isLonger(text, 63) ? ['must be no more than 63 characters'] : []
  if (oldLabel.test(text)) return errors
  const must =
    "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character"
  return [...errors, `${must} ${examples(oldLabelPattern, 'my-name', 'abc-123')}`]
}

/**
 * The same of a qualified name: a name, with a subdomain and a slash in front or without. `called` is what it is called
 * when it has several slashes.
 */
export function qualifiedNameErrors(text: string, called = 'a qualified name'): readonly string[] {
  if (text.length <= 63 && namePart.test(text)) return none
  const parts = text.split('/')
  const must =
    "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  const shown = examples(namePattern, 'MyName', 'my.name', '123-abc')
  if (parts.length > 2)
    return [`${called} ${must} ${shown} with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')`]
  const name = parts.at(-1) ?? ''
  const errors: string[] = []
  const prefix = parts.length === 2 ? (parts[0] ?? '') : undefined
  if (prefix === '') errors.push('prefix part must be non-empty')
  else if (prefix !== undefined)
    errors.push(...subdomainErrors(prefix).map(error => `prefix part ${error.replace('253 characters', '253 bytes')}`))
  if (name === '') errors.push('name part must be non-empty')
  else if (isLonger(name, 63)) errors.push('name part must be no more than 63 bytes')
  if (!namePart.test(name)) errors.push(`name part ${must} ${shown}`)
  return errors
}

/** The same of a key of a label. */
export function labelKeyErrors(text: string): readonly string[] {
  return qualifiedNameErrors(text, 'a valid label key')
}

/** The same of a label's value. */
export function labelValueErrors(text: string): readonly string[] {
  if (text.length <= 63 && (text === '' || namePart.test(text))) return none
  const errors = isLonger(text, 63) ? ['must be no more than 63 bytes'] : []
  if (text === '' || namePart.test(text)) return errors
  const must =
    "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character"
  return [...errors, `${must} ${examples(valuePattern, 'MyValue', 'my_value', '12345')}`]
}

/** The same of a name that may hold nearly everything, as those of RBAC: it must only be one part of a URL. */
export function pathSegmentErrors(text: string): readonly string[] {
  if (text === '.' || text === '..') return [`may not be '${text}'`]
  return ['/', '%'].filter(sign => text.includes(sign)).map(sign => `may not contain '${sign}'`)
}

/** The same of a key of a ConfigMap or a Secret. */
export function configKeyErrors(text: string): readonly string[] {
  const errors = isLonger(text, 253) ? ['must be no more than 253 characters'] : []
  if (!/^[-._a-zA-Z0-9]+$/.test(text)) {
    const shown = examples('[-._a-zA-Z0-9]+', 'key.name', 'KEY_NAME', 'key-name')
    errors.push(`a valid config key must consist of alphanumeric characters, '-', '_' or '.' ${shown}`)
  }
  if (text === '.' || text === '..') errors.push(`must not be '${text}'`)
  else if (text.startsWith('..')) errors.push("must not start with '..'")
  return errors
}

/** The same of a port's number. */
export function portNumberErrors(port: number | bigint): readonly string[] {
  return port >= 1 && port <= 65535 ? [] : ['must be between 1 and 65535, inclusive']
}

/** The same of a port's name. */
export function portNameErrors(text: string): readonly string[] {
  return [
    ...(isLonger(text, 15) ? ['must be no more than 15 characters'] : []),
    ...(/^[-a-z0-9]+$/.test(text) ? [] : ['must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)']),
    ...(/[a-z]/.test(text) ? [] : ['must contain at least one letter (a-z)']),
    ...(text.includes('--') ? ['must not contain consecutive hyphens'] : []),
    ...(/^-|-$/.test(text) ? ['must not begin or end with a hyphen'] : []),
  ]
}

/** The same of the number of a user or a group. */
export function userNumberErrors(number: number | bigint): readonly string[] {
  return number >= 0 && number <= 2147483647 ? [] : ['must be between 0 and 2147483647, inclusive']
}

/** Whether it has more bytes. Of ASCII the length tells. */
function isLonger(text: string, most: number): boolean {
  return text.length > most || (/[\u0080-\uffff]/.test(text) && new TextEncoder().encode(text).length > most)
}
