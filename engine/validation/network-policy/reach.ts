import type { Path } from '../../yaml/range.ts'
import type { Labels } from '../kubernetes/label-selector.ts'
import type { NetworkPolicy } from './policy.ts'

export interface Pod {
  readonly namespace: string
  readonly name: string
  readonly labels: Labels
  /** An ipBlock takes the pod when it holds one of them. */
  readonly ips: readonly string[]
  readonly ports: readonly ContainerPort[]
  /** It lives in its node's network: policies are not about it, and to others it is an address. */
  readonly hostNetwork?: boolean
  /** Addresses of its node, which always reach it. */
  readonly nodeIps?: readonly string[]
}

export interface ContainerPort {
  readonly name?: string
  readonly port: number
  readonly protocol: string
}

/** A pod, or an address outside the cluster or of a node. */
export type Peer = Pod | { readonly ip: string }

/** A connection that someone opens. `port` is that of the pod behind a Service, where there is one. */
export interface Flow {
  readonly from: Peer
  readonly to: Peer
  readonly protocol: string
  readonly port: number
}

export type Direction = 'egress' | 'ingress'

/** What one end says: egress of the pod that opens, ingress of the pod that is reached. */
export type Side =
  /** No policy is asked: there is no pod, none selects it, or what always may. */
  | { readonly allowed: true; readonly why: 'outside' | 'not-selected' | 'itself' | 'own-node' | 'host-network' }
  | {
      readonly allowed: true
      readonly why: 'rule'
      readonly policy: NetworkPolicy
      /** Of the rule in the policy: `['spec', 'ingress', 0]`. */
      readonly path: Path
      /** Which of the rule's peers and ports; absent where the rule names none. */
      readonly peer?: number
      readonly port?: number
    }
  /** Policies select the pod, and no rule of theirs allows it. */
  | { readonly allowed: false; readonly why: 'no-rule'; readonly policies: readonly NetworkPolicy[] }

/** A connection comes about when both ends allow it; what answers it is allowed with it. */
export interface Reach {
  readonly allowed: boolean
  readonly egress: Side
  readonly ingress: Side
}

/** A rule that does not allow a connection, and what it lacks. */
export interface Miss {
  readonly policy: NetworkPolicy
  readonly path: Path
  readonly lacks: 'peer' | 'port' | 'both'
}
