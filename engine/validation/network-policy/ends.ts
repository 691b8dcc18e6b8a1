import { compileLabelSelector, type Labels } from '../kubernetes/label-selector.ts'
import { readAddress } from './address.ts'
import type { Endpoint } from './compile-peer.ts'
import { type CompiledRule, compileRules, type Opening } from './compile-rule.ts'
import type { NetworkPolicy } from './policy.ts'
import type { Direction, Peer, Pod, Side } from './reach.ts'

/** One end of connections, with what guards it. */
export interface End extends Endpoint {
  /** Absent: an address. */
  readonly of?: Pod
  /** Absent where no policy is asked. */
  readonly egress?: Guard
  readonly ingress?: Guard
}

/** All rules of all policies that select a pod for one direction. */
export interface Guard {
  readonly rules: readonly CompiledRule[]
  readonly denied: Side
  /** What is open to each peer that was met. */
  readonly open: Map<End, readonly Opening[]>
}

/** Addresses that are kept in mind. */
const remembered = 10_000

/** Finds the ends of connections, each made once: a pod is known by its object, an address by its text. */
export function compileEnds(
  policies: readonly NetworkPolicy[],
  namespaces: ReadonlyMap<string, Labels>,
): (peer: Peer) => End {
  const byNamespace = new Map<string, CompiledPolicy[]>()
  for (const policy of policies) {
    const list = byNamespace.get(policy.namespace)
    if (list) list.push(compilePolicy(policy))
    else byNamespace.set(policy.namespace, [compilePolicy(policy)])
  }
  const pods = new WeakMap<Pod, End>()
  const addresses = new Map<string, End>()

  const madeOf = (pod: Pod): End => {
    const { namespace, labels, ips, hostNetwork } = pod
    const end = { of: pod, addresses: ips.flatMap(ip => addressOf(ip)) }
    if (hostNetwork) return end
    const selecting = (byNamespace.get(namespace) ?? []).filter(({ selects }) => selects(labels))
    return {
      ...end,
      pod: { namespace, labels, namespaceLabels: namespaces.get(namespace) ?? new Map() },
      ...guardOf(selecting, 'egress'),
      ...guardOf(selecting, 'ingress'),
    }
  }
  return peer => {
    if ('ip' in peer) {
      const known = addresses.get(peer.ip)
      if (known) return known
      if (addresses.size >= remembered) addresses.clear()
      const end = { addresses: addressOf(peer.ip) }
      addresses.set(peer.ip, end)
      return end
    }
    const known = pods.get(peer)
    if (known) return known
    const end = madeOf(peer)
    pods.set(peer, end)
    return end
  }
}

interface CompiledPolicy {
  readonly policy: NetworkPolicy
  selects(labels: Labels): boolean
  /** Absent where the policy is not about the direction. */
  readonly egress?: readonly CompiledRule[]
  readonly ingress?: readonly CompiledRule[]
}

function compilePolicy(policy: NetworkPolicy): CompiledPolicy {
  return {
    policy,
    selects: compileLabelSelector(policy.podSelector),
    ...(policy.policyTypes.includes('Egress') && { egress: compileRules(policy, 'egress') }),
    ...(policy.policyTypes.includes('Ingress') && { ingress: compileRules(policy, 'ingress') }),
  }
}

function guardOf(selecting: readonly CompiledPolicy[], direction: Direction): { readonly [D in Direction]?: Guard } {
  const about = selecting.filter(it => it[direction])
  if (about.length === 0) return {}
  const denied: Side = { allowed: false, why: 'no-rule', policies: about.map(({ policy }) => policy) }
  return { [direction]: { rules: about.flatMap(it => it[direction] ?? []), denied, open: new Map() } }
}

function addressOf(ip: string) {
  const address = readAddress(ip)
  return address ? [address] : []
}
