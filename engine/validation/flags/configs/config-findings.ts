import type { Finding, Severity } from '../../../yaml/finding.ts'
import { yamlFindings } from '../../kubernetes/read-object.ts'
import type { ConfigReading } from './config-document.ts'

const whatIs = { kind: 'wrong-kind', type: 'wrong-type', text: 'bad-json' } as const

/**
 * What is to be said of a configuration before anybody asks what its values mean. Codes begin with `prefix`:
 * `encryption-wrong-kind`. `strictness`: how much it matters that a field is not known or stands twice.
 */
export function configFindings(
  text: string,
  read: ConfigReading<unknown>,
  prefix: string,
  strictness: Severity,
): readonly Finding[] {
  const said = (
    what: string,
    severity: Severity,
    { path, range, message }: Pick<Finding, 'path' | 'range' | 'message'>,
  ) => {
    return { code: `${prefix}-${what}`, severity, path, ...(range && { range }), message, data: {} }
  }
  const notes = yamlFindings(text, read.source).map(it => {
    if (it.code !== 'yaml-duplicate-key') return it
    const message = `line ${String(it.data.line)}: key ${String(it.data.shown)} already set in map`
    return said('duplicate-key', strictness, { ...it, message })
  })
  if (!('error' in read)) {
    const strict = read.strict.map(it =>
      said(it.code === 'unknown-field' ? 'unknown-field' : 'duplicate-key', strictness, it),
    )
    return [...notes, ...strict]
  }
  if (read.what === 'text' && !read.source.isJson) return notes
  // The decoder prints the whole file where its kind is missing.
  const message = read.error.startsWith("Object '") ? read.error.replace(/ in '.*$/s, '') : read.error
  return [...notes, said(whatIs[read.what], 'error', { ...read, message })]
}
