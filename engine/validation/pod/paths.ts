import { type FieldError, invalid } from '../kubernetes/field-error.ts'
import type { FieldPath } from '../kubernetes/field-path.ts'

/** What is wrong with a path that leads down from where it starts. */
export function descendingErrors(path: string, at: FieldPath): readonly FieldError[] {
  return [...(path.startsWith('/') ? [invalid(at, path, 'must be a relative path')] : []), ...backstepErrors(path, at)]
}

/** The same of one that may not look like Kubernetes’ own names either. */
export function fileErrors(path: string, at: FieldPath): readonly FieldError[] {
  const isReserved = path.startsWith('..') && !path.startsWith('../')
  const reserved = isReserved ? [invalid(at, path, "must not start with '..'")] : []
  return [...descendingErrors(path, at), ...reserved]
}

export function backstepErrors(path: string, at: FieldPath): readonly FieldError[] {
  return path.split('/').includes('..') ? [invalid(at, path, "must not contain '..'")] : []
}

/** The same of a file’s mode. */
export function modeErrors(mode: number | undefined, at: FieldPath): readonly FieldError[] {
  const isMode = mode === undefined || (mode >= 0 && mode <= 511)
  return isMode ? [] : [invalid(at, mode, 'must be a number between 0 and 0777 (octal), both inclusive')]
}
