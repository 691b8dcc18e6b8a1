import type { Reading } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { type ManifestsRead, takeManifest, takeManifests } from '../kubernetes/take-manifest.ts'
import type { LabelledRole } from './aggregate-rules.ts'
import { bindingKinds, roleKinds } from './kinds.ts'
import { type DecodedRole, writtenBinding, writtenRole } from './types.ts'
import type { WrittenBinding, WrittenRole } from './written.ts'

interface Placed {
  /** The number of its document in the file, from 0. */
  readonly document: number
  /** Where a field's value stands; where it is missing, what it is missing from. */
  rangeOf(path: Path): Range
}

export type PlacedRole = WrittenRole & LabelledRole & Placed
export type PlacedBinding = WrittenBinding & Placed

export interface RbacReading
  extends Reading<{ readonly roles: readonly PlacedRole[]; readonly bindings: readonly PlacedBinding[] }>,
    ManifestsRead {}

/**
 * Reads the roles and bindings of a file as an API server of v1.35 takes them. A finding of severity `error` means that
 * its object is refused; the others are taken. Whether someone may write them is another question: `may-grant.ts`.
 * `namespace`: where a Role or a RoleBinding goes that names none.
 */
export function readRbac(text: string, namespace = 'default'): RbacReading {
  const roles: PlacedRole[] = []
  const bindings: PlacedBinding[] = []
  const read = takeManifests(text, 'rbac', manifest => {
    const placed = { document: manifest.document, rangeOf: manifest.rangeOf }
    const own = manifest.namespace || namespace
    const role = roleKinds.find(({ kind }) => kind === manifest.kind)
    if (role) {
      const taken = takeManifest<DecodedRole>(role, manifest)
      const { labels } = taken.decoded.metadata
      if (taken.refused === undefined) roles.push({ ...writtenRole(role.kind, taken.decoded, own), labels, ...placed })
      return taken
    }
    const binding = bindingKinds.find(({ kind }) => kind === manifest.kind)
    if (!binding) return undefined
    const taken = takeManifest(binding, manifest)
    if (taken.refused === undefined) bindings.push({ ...writtenBinding(binding.kind, taken.decoded, own), ...placed })
    return taken
  })
  return { ...read, value: { roles, bindings } }
}
