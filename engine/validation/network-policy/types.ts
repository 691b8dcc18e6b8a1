import type { Decoded } from '../kubernetes/decode.ts'
import { int32, list, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { intOrString } from '../kubernetes/decode-values.ts'
import { labelSelector } from '../kubernetes/label-selector-type.ts'
import { objectMeta, typeMeta } from '../kubernetes/metadata-type.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from './policy.ts'

const portType = struct('v1.NetworkPolicyPort', {
  protocol: pointer(text('v1.Protocol')),
  port: pointer(intOrString),
  endPort: pointer(int32),
})

const peerType = struct('v1.NetworkPolicyPeer', {
  podSelector: pointer(labelSelector),
  namespaceSelector: pointer(labelSelector),
  ipBlock: pointer(struct('v1.IPBlock', { cidr: text(), except: list(text()) })),
})

const spec = struct('v1.NetworkPolicySpec', {
  podSelector: labelSelector,
  ingress: list(struct('v1.NetworkPolicyIngressRule', { ports: list(portType), from: list(peerType) })),
  egress: list(struct('v1.NetworkPolicyEgressRule', { ports: list(portType), to: list(peerType) })),
  policyTypes: list(text('v1.PolicyType')),
})

/** `networking.k8s.io/v1` NetworkPolicy. */
export const networkPolicyType = struct('v1.NetworkPolicy', { ...typeMeta, metadata: objectMeta, spec })

export type DecodedPolicy = Decoded<typeof networkPolicyType>

/**
 * A policy as the API server keeps it: ports are TCP's, and without policyTypes it is about ingress, and about egress only
 * when it has a rule for that. `namespace` is that of the request.
 */
export function withDefaults({ metadata, spec }: DecodedPolicy, namespace: string): NetworkPolicy {
  const { podSelector, ingress, egress, policyTypes } = spec
  const types = egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']
  return {
    ...{ namespace, name: metadata.name, podSelector },
    policyTypes: policyTypes.length > 0 ? policyTypes : types,
    ingress: ingress.map(({ ports, from }) => ({ ports: ports.map(portOf), peers: from.map(peerOf) })),
    egress: egress.map(({ ports, to }) => ({ ports: ports.map(portOf), peers: to.map(peerOf) })),
  }
}

function portOf({ protocol = 'TCP', port, endPort }: Decoded<typeof portType>): NetworkPolicyPort {
  return { protocol, ...(port && { port: port.value }), ...(endPort !== undefined && { endPort }) }
}

function peerOf({ podSelector, namespaceSelector, ipBlock }: Decoded<typeof peerType>): NetworkPolicyPeer {
  return {
    ...(podSelector && { podSelector }),
    ...(namespaceSelector && { namespaceSelector }),
    ...(ipBlock && { ipBlock }),
  }
}
