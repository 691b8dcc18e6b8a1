import type { Finding, Severity } from '#engine/yaml/finding.ts'

/** From what must be mended to what is good to know. */
export const severities = ['error', 'warning', 'info'] as const satisfies readonly Severity[]

/** A text that was given to the linter. */
export interface GivenText {
  /** As the person named it. */
  readonly name: string
  /** The whole path, with `/`. */
  readonly path: string
  readonly text: string
}

/** A text of a kind that is known, with what was found in it, in the order of the text. */
export interface LintedFile {
  readonly name: string
  readonly text: string
  /** Ids of kinds: one, or those of its documents. */
  readonly kinds: readonly string[]
  readonly findings: readonly Finding[]
}

/** A file that could not be linted, although it was named or should be readable. */
export interface UnreadFile {
  readonly name: string
  /** `unknown-kind` and `not-text`: it is no file for the linter. The others: it could not be read. */
  readonly reason: 'unknown-kind' | 'not-text' | 'too-large' | 'unreadable'
  /** A sentence with the remedy. */
  readonly message: string
}

export interface LintResult {
  readonly files: readonly LintedFile[]
  readonly unread: readonly UnreadFile[]
  /** Files in folders that are of no known kind, no text or too large. */
  readonly passedOver: number
}

/** How many findings there are of each severity. */
export function counts(files: readonly LintedFile[]): Readonly<Record<Severity, number>> {
  const of = (severity: Severity) =>
    files.reduce((sum, { findings }) => sum + findings.filter(it => it.severity === severity).length, 0)
  return { error: of('error'), warning: of('warning'), info: of('info') }
}
