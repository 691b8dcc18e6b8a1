import { byBytes } from '../../yaml/go/by-bytes.ts'

/** One condition of a field selector: `metadata.name=web`. A field that is missing is empty. */
export interface FieldTerm {
  readonly field: string
  readonly isEqual: boolean
  readonly value: string
}

/** Reads a field selector, as `kubectl --field-selector` takes it. The error is Kubernetes'. */
export function parseFieldSelector(
  text: string,
): { readonly terms: readonly FieldTerm[] } | { readonly error: string } {
  const terms: FieldTerm[] = []
  for (const part of partsOf(text).toSorted(byBytes)) {
    if (part === '') continue
    const [, field = '', sign, escaped = ''] = /^(.*?)(!=|==|=)(.*)$/s.exec(part) ?? []
    if (sign === undefined) return { error: `invalid selector: '${text}'; can't understand '${part}'` }
    const value = unescaped(escaped)
    if (typeof value !== 'string') return value
    // Nothing about nothing is no condition.
    if (field !== '' || value !== '') terms.push({ field, isEqual: sign !== '!=', value })
  }
  return { terms }
}

export function meetsTerms(terms: readonly FieldTerm[], fields: ReadonlyMap<string, string>): boolean {
  return terms.every(({ field, isEqual, value }) => ((fields.get(field) ?? '') === value) === isEqual)
}

export function termsText(terms: readonly FieldTerm[]): string {
  return terms
    .map(
      ({ field, isEqual, value }) => `${field}${isEqual ? '=' : '!='}${value.replace(/[\\,=]/g, sign => `\\${sign}`)}`,
    )
    .join(',')
}

/** What stands between commas; a comma behind a backslash divides nothing. */
function partsOf(text: string): readonly string[] {
  const parts = ['']
  let isEscaped = false
  for (const character of text) {
    if (character === ',' && !isEscaped) parts.push('')
    else parts[parts.length - 1] += character
    isEscaped = !isEscaped && character === '\\'
  }
  return parts
}

function unescaped(text: string): string | { readonly error: string } {
  let value = ''
  const characters = [...text]
  for (let i = 0; i < characters.length; i++) {
    const character = characters[i] ?? ''
    if (character === ',' || character === '=')
      return { error: `invalid field selector: unescaped character in value: ${character.charCodeAt(0)}` }
    if (character !== '\\') {
      value += character
      continue
    }
    const next = characters[++i] ?? ''
    if (next === '' || !'\\,='.includes(next))
      return { error: `invalid field selector: invalid escape sequence: \\${next}` }
    value += next
  }
  return value
}
