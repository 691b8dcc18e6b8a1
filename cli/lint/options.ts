import type { severities } from './result.ts'

export const lintFormats = ['text', 'json', 'sarif'] as const

export interface LintOptions {
  readonly format: (typeof lintFormats)[number]
  /** The least severe finding that is told and counted. */
  readonly severity: (typeof severities)[number]
  readonly kind?: string
  /** What standard input is called, and where it would lie. */
  readonly stdinPath?: string
  /** Files that are read before those of their kind. */
  readonly after: readonly string[]
  readonly output?: string
}
