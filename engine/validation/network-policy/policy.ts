import type { LabelSelector } from '../kubernetes/label-selector.ts'

/** `networking.k8s.io/v1` NetworkPolicy as it is stored: with its defaults. */
export interface NetworkPolicy {
  readonly namespace: string
  readonly name: string
  /** The pods that it is about. */
  readonly podSelector: LabelSelector
  readonly policyTypes: readonly string[]
  readonly ingress: readonly NetworkPolicyRule[]
  readonly egress: readonly NetworkPolicyRule[]
}

/** Allows what goes to one of the ports and comes from, or goes to, one of the peers. Empty lists ask nothing. */
export interface NetworkPolicyRule {
  readonly ports: readonly NetworkPolicyPort[]
  readonly peers: readonly NetworkPolicyPeer[]
}

export interface NetworkPolicyPort {
  readonly protocol: string
  /** A number, or the name of a port of the pod that is reached. Absent: every port. */
  readonly port?: number | string
  /** The last of a row that begins with `port`. */
  readonly endPort?: number
}

/** Pods by their labels, by those of their namespace, or both; or addresses. Absent selectors differ from empty ones. */
export interface NetworkPolicyPeer {
  readonly podSelector?: LabelSelector
  readonly namespaceSelector?: LabelSelector
  readonly ipBlock?: IpBlock
}

export interface IpBlock {
  readonly cidr: string
  readonly except: readonly string[]
}
