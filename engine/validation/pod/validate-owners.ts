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
  }
  const [first, second] = owners.filter(({ controller }) => controller === true)
  if (first && second) {
    const both = `${first.kind}/${first.name} and ${second.kind}/${second.name}`
    const only = `Only one reference can have Controller set to true. Found "true" in references for ${both}`
    errors.push(invalid(here, inJson(owners.map(shown)), only))
  }
  for (const [index, name] of finalizers.entries())
    errors.push(...finalizerErrors(name, child(at, 'finalizers', index)))
  return errors
}

/** The same of one thing that has to be done. */
export function finalizerErrors(name: string, at: FieldPath): readonly FieldError[] {
  const odd = 'name is neither a standard finalizer name nor is it fully qualified'
  const isKnown = name.includes('/') || standardFinalizers.includes(name)
  return [...every(at, name, qualifiedNameErrors(name)), ...(isKnown ? [] : [invalid(at, name, odd)])]
}

function shown({ apiVersion, kind, name, uid, controller, blockOwnerDeletion }: Metadata['ownerReferences'][number]) {
  return { apiVersion, kind, name, uid, controller, blockOwnerDeletion }
}
