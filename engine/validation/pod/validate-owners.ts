import { every, type FieldError, inJson, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { qualifiedNameErrors } from '../kubernetes/names.ts'
import type { DecodedPod } from './decoded.ts'

type Metadata = DecodedPod['metadata']

const standardFinalizers = ['kubernetes', 'orphan', 'foregroundDeletion']

/** What validation says of whom an object belongs to, and of what has to be done before it goes. */
export function ownerErrors({ ownerReferences: owners, finalizers }: Metadata, at: FieldPath): readonly FieldError[] {
  const here = child(at, 'ownerReferences')
  const errors: FieldError[] = []
  let first: string | undefined
  let all: ReturnType<typeof inJson> | undefined
  for (const owner of owners) {
    const { apiVersion, kind } = owner
    const steps = apiVersion.split('/')
    if (apiVersion === '' || apiVersion === '/' || steps.length > 2 || steps.at(-1) === '')
      errors.push(invalid(child(here, 'apiVersion'), apiVersion, 'version must not be empty'))
    for (const field of ['kind', 'name', 'uid'] as const)
      if (owner[field] === '') errors.push(invalid(child(here, field), owner[field], 'must not be empty'))
    const isEvent = kind === 'Event' && (apiVersion === 'v1' || apiVersion === 'events.k8s.io/v1')
    const text = `${steps.length > 1 ? apiVersion : `/${apiVersion}`}, Kind=${kind}`
    if (isEvent) errors.push(invalid(here, inJson(shown(owner)), `${text} is disallowed from being an owner`))
    if (owner.controller !== true) continue
    const reference = `${kind}/${owner.name}`
    const only = `Only one reference can have Controller set to true. Found "true" in references for ${first} and ${reference}`
    if (first === undefined) {
      first = reference
      continue
    }
    all ??= inJson(owners.map(shown))
    errors.push(invalid(here, all, only))
  }
  return [...errors, ...finalizersErrors(finalizers, child(at, 'finalizers'))]
}

/** Names are looked at as those of any object, and then once more as those of the objects that came first. */
function finalizersErrors(finalizers: readonly string[], at: FieldPath): readonly FieldError[] {
  const [orphan, foreground] = ['orphan', 'foregroundDeletion']
  const both = `finalizer ${orphan} and ${foreground} cannot be both set`
  return [
    ...finalizers.flatMap(name => every(at, name, qualifiedNameErrors(name))),
    ...(finalizers.includes(orphan) && finalizers.includes(foreground) ? [invalid(at, inJson(finalizers), both)] : []),
    ...finalizers.flatMap((name, index) => unknownErrors(name, child(at, index))),
  ]
}

function unknownErrors(name: string, at: FieldPath): readonly FieldError[] {
  const odd = 'name is neither a standard finalizer name nor is it fully qualified'
  return name.includes('/') || standardFinalizers.includes(name) ? [] : [invalid(at, name, odd)]
}

/** The same of one thing that has to be done before a namespace goes. */
export function finalizerErrors(name: string, at: FieldPath): readonly FieldError[] {
  return [...every(at, name, qualifiedNameErrors(name)), ...unknownErrors(name, at)]
}

function shown({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: Metadata['ownerReferences'][number]) {
  return { apiVersion, kind, name, uid, controller, blockOwnerDeletion }
}
