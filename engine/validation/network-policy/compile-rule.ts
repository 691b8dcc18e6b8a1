import type { Path } from '../../yaml/range.ts'
import { compilePeer, type Endpoint } from './compile-peer.ts'
import type { NetworkPolicy, NetworkPolicyPort, NetworkPolicyRule } from './policy.ts'
import type { ContainerPort, Direction, Side } from './reach.ts'

export interface CompiledRule {
  readonly policy: NetworkPolicy
  readonly path: Path
  /** The first peer that an endpoint is; `'any'` where the rule names none, undefined where it is none of them. */
  peerOf(endpoint: Endpoint): number | 'any' | undefined
  readonly ports: readonly NetworkPolicyPort[]
}

/** Ports in a row, and what allows them. */
export interface Opening {
  /** Absent: every protocol. */
  readonly protocol?: string
  readonly first: number
  readonly last: number
  readonly side: Side
}

const lastPort = 65535

export function compileRules(policy: NetworkPolicy, direction: Direction): readonly CompiledRule[] {
  return policy[direction].map(({ ports, peers }: NetworkPolicyRule, index) => {
    const is = peers.map(peer => compilePeer(peer, policy.namespace))
    return {
      ...{ policy, path: ['spec', direction, index], ports },
      peerOf(endpoint) {
        if (is.length === 0) return 'any'
        const found = is.findIndex(matches => matches(endpoint))
        return found < 0 ? undefined : found
      },
    }
  })
}

/** What a rule opens between its pod and a peer. `reached`: the ports of the pod that is reached, for names of ports. */
export function openingsOf(rule: CompiledRule, peer: Endpoint, reached: readonly ContainerPort[]): readonly Opening[] {
  const { policy, path, ports } = rule
  const found = rule.peerOf(peer)
  if (found === undefined) return []
  const side = { allowed: true, why: 'rule', policy, path, ...(found !== 'any' && { peer: found }) } as const
  if (ports.length === 0) return [{ first: 0, last: lastPort, side }]
  return ports.flatMap(({ protocol, port, endPort }, index) =>
    rowsOf(protocol, port, endPort, reached).map(([first, last]) => ({
      ...{ protocol, first, last, side: { ...side, port: index } },
    })),
  )
}

function rowsOf(
  protocol: string,
  port: number | string | undefined,
  endPort: number | undefined,
  reached: readonly ContainerPort[],
): readonly (readonly [number, number])[] {
  if (port === undefined) return [[0, lastPort]]
  if (typeof port === 'number') return [[port, endPort ?? port]]
  // A name means what the container of the reached pod calls so, with the same protocol.
  const named = reached.filter(it => it.name === port && it.protocol === protocol)
  return named.map(it => [it.port, it.port])
}
