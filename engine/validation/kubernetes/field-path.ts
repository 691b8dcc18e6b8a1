import type { Path } from '../../yaml/range.ts'

/** A place in an object: where it stands in the document, and how Kubernetes prints it. */
export interface FieldPath {
  readonly path: Path
  /** `spec.containers[0].name`, `metadata.labels[a/b]`. Not always what `path` leads to: some validations print another. */
  readonly field: string
}

/** The object itself. Kubernetes prints it as `<nil>` when an error is of the whole. */
export const wholeObject: FieldPath = { path: [], field: '' }

/** Fields (words) and items of lists (numbers) below a place. */
export function child(parent: FieldPath, ...steps: Path): FieldPath {
  let { field } = parent
  for (const step of steps) field += typeof step === 'number' ? `[${step}]` : field === '' ? step : `.${step}`
  return { path: [...parent.path, ...steps], field }
}

/** A map's entry, which is printed in brackets: `limits[cpu]`. */
export function keyed(parent: FieldPath, key: string): FieldPath {
  return { path: [...parent.path, key], field: `${parent.field}[${key}]` }
}

/** The place of a field from the root: `at('metadata', 'name')`. */
export function at(...steps: Path): FieldPath {
  return child(wholeObject, ...steps)
}

/** A place that Kubernetes prints otherwise than it stands in the document. */
export function printedAs({ path }: FieldPath, field: string): FieldPath {
  return { path, field }
}
