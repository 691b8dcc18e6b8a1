import { compileLabelSelector, type Labels } from '../kubernetes/label-selector.ts'
import { type Address, contains, readCidr } from './address.ts'
import type { IpBlock, NetworkPolicyPeer } from './policy.ts'

/** One end of a connection as rules see it. */
export interface Endpoint {
  /** Absent of what is no pod: selectors never match it. */
  readonly pod?: { readonly namespace: string; readonly labels: Labels; readonly namespaceLabels: Labels }
  readonly addresses: readonly Address[]
}

/** Compiles a peer of a policy in a namespace: selected pods of that namespace unless it selects namespaces. */
export function compilePeer(peer: NetworkPolicyPeer, namespace: string): (endpoint: Endpoint) => boolean {
  if (peer.ipBlock) {
    const has = compileBlock(peer.ipBlock)
    return ({ addresses }) => addresses.some(has)
  }
  const ofPod = peer.podSelector && compileLabelSelector(peer.podSelector)
  const ofNamespace = peer.namespaceSelector && compileLabelSelector(peer.namespaceSelector)
  if (!ofPod && !ofNamespace) return () => false
  return ({ pod }) =>
    pod !== undefined &&
    (ofNamespace ? ofNamespace(pod.namespaceLabels) : pod.namespace === namespace) &&
    (!ofPod || ofPod(pod.labels))
}

function compileBlock({ cidr, except }: IpBlock): (address: Address) => boolean {
  const block = readCidr(cidr)
  if (!block) return () => false
  const holes = except.flatMap(text => readCidr(text) ?? [])
  return address => contains(block, address) && !holes.some(hole => contains(hole, address))
}
