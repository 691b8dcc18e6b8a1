import type { DecodedPod } from '../../validation/pod/decoded.ts'

type Owners = DecodedPod['metadata']['ownerReferences']

/** Owners that stand twice, in every field alike, are kept once and warned of. */
export function dedupeOwners(owners: Owners): { readonly owners: Owners; readonly warnings: readonly string[] } {
  if (owners.length < 2) return { owners, warnings: [] }
  const keyed = new Map<string, Owners[number]>()
  const twice: string[] = []
  for (const owner of owners) {
    const { apiVersion, kind, name, uid, controller, blockOwnerDeletion } = owner
    const key = JSON.stringify([apiVersion, kind, name, uid, controller ?? null, blockOwnerDeletion ?? null])
    if (keyed.has(key)) twice.push(uid)
    else keyed.set(key, owner)
  }
  if (twice.length === 0) return { owners, warnings: [] }
  const since = 'API server dedups owner references in 1.20+, and may reject such requests as early as 1.24'
  const observed = `please fix your requests; duplicate UID(s) observed: ${twice.join(', ')}`
  const warning = `.metadata.ownerReferences contains duplicate entries; ${since}; ${observed}`
  return { owners: [...keyed.values()], warnings: [warning] }
}
