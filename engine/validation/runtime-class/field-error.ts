import type { Path } from '../../yaml/range.ts'

/** One thing that the API server's validation finds wrong with a field. */
export interface FieldError {
  /** Where we point: the field's own path in the document. */
  readonly path: Path
  /** `handler: Invalid value: "Runsc": …`, as the API server prints it. */
  readonly message: string
}

/** `field` is the path as printed, which is not always the one that is pointed at. */
export function fieldError(path: Path, field: string, text: string, ...rest: readonly string[]): FieldError {
  return { path, message: [field, text, ...rest].join(': ') }
}

export function invalid(path: Path, field: string, value: string, why: string): FieldError {
  return fieldError(path, field, 'Invalid value', JSON.stringify(value), why)
}

/** Several errors in one sentence: equal ones once. */
export function aggregate(messages: readonly string[]): string {
  const different = [...new Set(messages)]
  return different.length === 1 ? (different[0] ?? '') : `[${different.join(', ')}]`
}
