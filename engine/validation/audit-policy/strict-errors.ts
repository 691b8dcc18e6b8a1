import type { Finding } from '../../yaml/finding.ts'

/**
 * What the API server logs before it decodes a second time, leniently: duplicates found by the YAML decoder come first in a
 * text of several lines, then the fields that it does not know. Undefined when there is nothing to say.
 */
export function strictErrors(
  duplicates: readonly Finding[],
  unknown: readonly Finding[],
  isJson: boolean,
): string | undefined {
  const yamlErrors = ['yaml: unmarshal errors:', ...duplicates.map(({ message }) => message)].join('\n  ')
  const errors = [
    ...(duplicates.length === 0 ? [] : isJson ? duplicates.map(({ message }) => message) : [yamlErrors]),
    ...unknown.map(({ message }) => message),
  ]
  if (errors.length === 0) return undefined
  return `Audit policy contains errors, falling back to lenient decoding: strict decoding error: ${errors.join(', ')}`
}
