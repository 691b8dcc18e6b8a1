import type { Path, Range } from './range.ts'

export type Severity = 'error' | 'warning' | 'info'

/**
 * Something wrong with a text that a person wrote. Reported, never thrown.
 *
 * `code` is kebab-case and permanent. `message` holds the words of the real component where it says something,
 * else one sentence of ours that ends with the remedy. `data` holds what the sentence was made of.
 */
export interface Finding {
  readonly code: string
  readonly severity: Severity
  readonly path: Path
  readonly range?: Range
  readonly message: string
  readonly data: Readonly<Record<string, unknown>>
}

/** What every `read` returns: what could be read, and everything that was wrong. */
export interface Reading<T> {
  readonly value?: T
  readonly findings: readonly Finding[]
}
