import type { Path } from '../../yaml/range.ts'

/** A place in an object: where it stands in the document, and how Kubernetes prints it. */
export interface FieldPath {
  readonly path: Path
  /** `spec.containers[0].name`, `metadata.labels[a/b]`. Not always what `path` leads to: some validations print another. */
  readonly field: string
}

/** The object itself. Kubernetes prints it as `<nil>` when an error is of the whole. */
export const wholeObject: FieldPath = { path: [], field: '' }

/** A place below another. Validation names many places and tells of few, so both are put together when they are asked for. */
class Below implements FieldPath {
  private readonly parent: FieldPath
  private readonly steps: Path
  private readonly isKey: boolean

  constructor(parent: FieldPath, steps: Path, isKey: boolean) {
    this.parent = parent
    this.steps = steps
    this.isKey = isKey
  }

  get path(): Path {
    return [...this.parent.path, ...this.steps]
  }

  get field(): string {
    let { field } = this.parent
    for (const step of this.steps)
      field += this.isKey || typeof step === 'number' ? `[${step}]` : field === '' ? step : `.${step}`
    return field
  }
}

/** Fields (words) and items of lists (numbers) below a place. */
export function child(parent: FieldPath, ...steps: Path): FieldPath {
  return new Below(parent, steps, false)
}

/** A map's entry, which is printed in brackets: `limits[cpu]`. */
export function keyed(parent: FieldPath, key: string): FieldPath {
  return new Below(parent, [key], true)
}

/** The place of a field from the root: `at('metadata', 'name')`. */
export function at(...steps: Path): FieldPath {
  return child(wholeObject, ...steps)
}

/** A place that Kubernetes prints otherwise than it stands in the document. */
export function printedAs({ path }: FieldPath, field: string): FieldPath {
  return { path, field }
}
