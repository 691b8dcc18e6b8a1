import type { Labels } from '../kubernetes/label-selector.ts'
import { type Opening, openingsOf } from './compile-rule.ts'
import { compileEnds, type End, type Guard } from './ends.ts'
import type { NetworkPolicy } from './policy.ts'
import type { Direction, Flow, Miss, Reach, Side } from './reach.ts'

export interface NetworkPolicies {
  /** Whether a connection comes about, and what decides at both ends. */
  decide(flow: Flow): Reach
  /** The rules that one end asked in vain; empty where it allows. */
  misses(flow: Flow, direction: Direction): readonly Miss[]
}

/**
 * Compiles policies once, for many connections in a cluster. `namespaces`: the labels of each; the API server gives every
 * one `kubernetes.io/metadata.name`. A pod is known by its object: give the same one each time.
 */
export function compileNetworkPolicies(
  policies: readonly NetworkPolicy[],
  namespaces: ReadonlyMap<string, Labels>,
): NetworkPolicies {
  const endOf = compileEnds(policies, namespaces)
  return {
    decide(flow) {
      const [from, to] = [endOf(flow.from), endOf(flow.to)]
      const egress = freely(flow) ?? sideOf(from, 'egress', to, to, flow)
      const ingress = freely(flow) ?? sideOf(to, 'ingress', from, to, flow)
      return { allowed: egress.allowed && ingress.allowed, egress, ingress }
    },
    misses(flow, direction) {
      const [from, to] = [endOf(flow.from), endOf(flow.to)]
      const [own, peer] = direction === 'egress' ? [from, to] : [to, from]
      if ((freely(flow) ?? sideOf(own, direction, peer, to, flow)).allowed) return []
      return (own[direction]?.rules ?? []).map(rule => {
        const isPeer = rule.peerOf(peer) !== undefined
        const isPort = openingsOf({ ...rule, peerOf: () => 'any' }, peer, portsOf(to)).some(it => takes(it, flow))
        return { policy: rule.policy, path: rule.path, lacks: isPeer ? 'port' : isPort ? 'peer' : 'both' }
      })
    },
  }
}

const outside: Side = { allowed: true, why: 'outside' }
const notSelected: Side = { allowed: true, why: 'not-selected' }
const hostNetwork: Side = { allowed: true, why: 'host-network' }
const itself: Side = { allowed: true, why: 'itself' }
const ownNode: Side = { allowed: true, why: 'own-node' }

/** What policies cannot forbid: a pod reaches itself, and its node and it reach each other. */
function freely({ from, to }: Flow): Side | undefined {
  if ('ip' in from) return !('ip' in to) && to.nodeIps?.includes(from.ip) ? ownNode : undefined
  if ('ip' in to) return from.nodeIps?.includes(to.ip) ? ownNode : undefined
  return from.name === to.name && from.namespace === to.namespace ? itself : undefined
}

function sideOf(own: End, direction: Direction, peer: End, to: End, flow: Flow): Side {
  const guard = own[direction]
  if (!guard) return !own.of ? outside : own.of.hostNetwork ? hostNetwork : notSelected
  for (const opening of openTo(guard, peer, to)) if (takes(opening, flow)) return opening.side
  return guard.denied
}

function takes({ protocol, first, last }: Opening, flow: Flow): boolean {
  return flow.port >= first && flow.port <= last && (protocol === undefined || protocol === flow.protocol)
}

/** Peers that a guard keeps in mind. */
const remembered = 10_000

function openTo(guard: Guard, peer: End, to: End): readonly Opening[] {
  const known = guard.open.get(peer)
  if (known) return known
  const found = guard.rules.flatMap(rule => openingsOf(rule, peer, portsOf(to)))
  if (guard.open.size >= remembered) guard.open.clear()
  guard.open.set(peer, found)
  return found
}

function portsOf({ of }: End) {
  return of && !of.hostNetwork ? of.ports : []
}
