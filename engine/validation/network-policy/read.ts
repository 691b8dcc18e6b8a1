import type { Reading } from '../../yaml/finding.ts'
import type { Path, Range } from '../../yaml/range.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { type ManifestsRead, takeManifest, takeManifests } from '../kubernetes/take-manifest.ts'
import type { NetworkPolicy } from './policy.ts'
import { type DecodedPolicy, networkPolicyType, withDefaults } from './types.ts'
import { specErrors } from './validate.ts'
import { blockWarnings } from './validate-block.ts'

/** A policy with its place. */
export interface WrittenPolicy extends NetworkPolicy {
  /** The number of its document in the file, from 0. */
  readonly document: number
  /** Where a field's value stands; where it is missing, what it is missing from. */
  rangeOf(path: Path): Range
}

export interface NetworkPolicyReading extends Reading<readonly WrittenPolicy[]>, ManifestsRead {}

/**
 * Reads the NetworkPolicies of a file as an API server of v1.35 takes them. A finding of severity `error` means that its
 * policy is refused; the others are taken. `namespace`: where a policy goes that names none.
 */
export function readNetworkPolicies(text: string, namespace = 'default'): NetworkPolicyReading {
  const value: WrittenPolicy[] = []
  const read = takeManifests(text, 'network-policy', manifest => {
    const { document, rangeOf } = manifest
    if (manifest.kind !== kind.kind) return undefined
    const taken = takeManifest(kind, manifest)
    if (taken.refused !== undefined) return taken
    const policy = withDefaults(taken.decoded, manifest.namespace || namespace)
    value.push({ ...policy, document, rangeOf })
    const odd = { what: 'odd-address', severity: 'warning' } as const
    return { problems: blockWarnings(policy).map(it => ({ ...odd, ...it, range: rangeOf(it.path) })) }
  })
  return { ...read, value }
}

const kind = {
  ...{ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', isNamespaced: true, type: networkPolicyType },
  nameErrors: subdomainErrors,
  errors: (decoded: DecodedPolicy) => specErrors(withDefaults(decoded, '')),
  whatIs(path: Path) {
    if (path[0] === 'metadata') return 'metadata'
    if (path.includes('podSelector') || path.includes('namespaceSelector')) return 'selector'
    if (path.includes('ports')) return 'port'
    if (path.includes('policyTypes')) return 'policy-types'
    return path.includes('ipBlock') ? 'address' : 'peer'
  },
}
