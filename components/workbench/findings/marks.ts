import type { Finding, Severity } from '#engine/yaml/finding.ts'
import { placesIn } from '#engine/yaml/place.ts'

/** A finding as the editor shows it. Lines and columns count from 1; the end is not included. */
export interface Mark {
  readonly code: string
  readonly severity: Severity
  /** The finding's sentence, with what was probably meant. */
  readonly message: string
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** Findings as marks, in the order of the text. What is said twice of one place, once in plainer words, is shown once. */
export function marksOf(text: string, findings: readonly Finding[]): readonly Mark[] {
  const place = placesIn(text)
  const last = text.trimEnd().length
  return withoutEchoes(findings)
    .map(finding => {
      const start = Math.min(finding.range?.start ?? 0, last)
      // A place of no width is widened to a character; one that goes over lines is shown at its first.
      const restOfLine = text.slice(start).search(/[\r\n]|$/)
      const width = Math.max(Math.min((finding.range?.end ?? text.length) - start, restOfLine), 1)
      const { line, column } = shifted(text, place(start))
      return {
        code: finding.code,
        severity: finding.severity,
        message: withMeant(finding),
        ...{ line, column, endLine: line, endColumn: column + width },
      }
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column)
}

/** An editor does not count a byte order mark. */
function shifted(text: string, { line, column }: { readonly line: number; readonly column: number }) {
  return line === 1 && text.startsWith('\uFEFF') ? { line, column: Math.max(column - 1, 1) } : { line, column }
}

/** The component's "unknown field" says nothing more where another finding explains the same field. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(
    finding =>
      finding.code !== 'unknown-field' ||
      !findings.some(other => other !== finding && other.code !== finding.code && samePlace(other, finding)),
  )
}

function samePlace(a: Finding, b: Finding): boolean {
  return a.path.length === b.path.length && a.path.every((step, index) => step === b.path[index])
}

/** A component only says that a word is wrong. Where we know which one was meant, the remedy is said behind it. */
function withMeant({ message, data }: Finding): string {
  const { meant } = data
  if (typeof meant !== 'string' || message.includes('Did you mean') || /\bWrite\b/.test(message)) return message
  return `${/[.?]$/.test(message) ? message : `${message}.`} Did you mean \`${meant}\`?`
}
