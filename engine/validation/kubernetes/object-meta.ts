import { byBytes } from '../../yaml/go/by-bytes.ts'
import { every, type FieldError, forbidden, invalid, required, tooLong } from './field-error.ts'
import { child, type FieldPath } from './field-path.ts'
import { labelErrors, labelKeyErrors, labelValueErrors } from './names.ts'

/** What validation asks of an object's metadata. */
export interface Named {
  readonly name: string
  readonly generateName: string
  readonly namespace: string
  readonly labels?: ReadonlyMap<string, string>
  readonly annotations?: ReadonlyMap<string, string>
}

const mostOfAnnotations = 256 * 1024

/**
 * What validation says of an object's metadata: the name (which `nameErrors` judges), the namespace, labels and
 * annotations. `at` is the place of the metadata. Owners, finalizers and managed fields are not looked at.
 */
export function metadataErrors(
  { name, generateName, namespace, labels = new Map(), annotations = new Map() }: Named,
  at: FieldPath,
  { isNamespaced, nameErrors }: { readonly isNamespaced: boolean; nameErrors(name: string): readonly string[] },
): readonly FieldError[] {
  return [
    ...(generateName === ''
      ? []
      : every(child(at, 'generateName'), generateName, nameErrors(withoutDash(generateName)))),
    ...(name === ''
      ? generateName === ''
        ? [required(child(at, 'name'), 'name or generateName is required')]
        : []
      : every(child(at, 'name'), name, nameErrors(name))),
    ...namespaceErrors(namespace, child(at, 'namespace'), isNamespaced),
    ...labelsErrors(labels, child(at, 'labels')),
    ...annotationsErrors(annotations, child(at, 'annotations')),
  ]
}

/** Of labels and of selectors that look like them: `at` is the map's place, which errors of keys and values share. */
export function labelsErrors(labels: ReadonlyMap<string, string>, at: FieldPath): readonly FieldError[] {
  if (labels.size === 0) return []
  return sorted(labels).flatMap(([key, value]) => {
    const [ofKey, ofValue] = [labelKeyErrors(key), labelValueErrors(value)]
    if (ofKey.length === 0 && ofValue.length === 0) return []
    const here: FieldPath = { path: [...at.path, key], field: at.field }
    return [...every(here, key, ofKey), ...every(here, value, ofValue)]
  })
}

export function annotationsErrors(annotations: ReadonlyMap<string, string>, at: FieldPath): readonly FieldError[] {
  if (annotations.size === 0) return []
  const errors = sorted(annotations).flatMap(([key]) =>
    labelKeyErrors(key.toLowerCase()).map(why => invalid({ path: [...at.path, key], field: at.field }, key, why)),
  )
  return isTooMuch(annotations) ? [...errors, tooLong(at, mostOfAnnotations)] : errors
}

/** Bytes are counted only where there may be too many: no code unit has more than three. */
function isTooMuch(annotations: ReadonlyMap<string, string>): boolean {
  const sum = (sizeOf: (text: string) => number) =>
    [...annotations].reduce((total, [key, value]) => total + sizeOf(key) + sizeOf(value), 0)
  if (sum(text => text.length) * 3 <= mostOfAnnotations) return false
  const encoder = new TextEncoder()
  return sum(text => encoder.encode(text).length) > mostOfAnnotations
}

function namespaceErrors(namespace: string, at: FieldPath, isNamespaced: boolean): readonly FieldError[] {
  if (!isNamespaced) return namespace === '' ? [] : [forbidden(at, 'not allowed on this type')]
  return namespace === '' ? [required(at)] : every(at, namespace, labelErrors(namespace))
}

/** The beginning of generated names may end in a dash; as Kubernetes does, the letter before it goes too. */
function withoutDash(text: string): string {
  return text.length > 1 && text.endsWith('-') ? `${text.slice(0, -2)}a` : text
}

function sorted(map: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...map].sort(([a], [b]) => byBytes(a, b))
}
