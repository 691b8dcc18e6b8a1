import { subdomainErrors } from '../../validation/kubernetes/names.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from '../../validation/network-policy/policy.ts'
import { networkPolicyType, withDefaults } from '../../validation/network-policy/types.ts'
import { specErrors } from '../../validation/network-policy/validate.ts'
import { blockWarnings } from '../../validation/network-policy/validate-block.ts'
import type { Evaluator, Line } from '../evaluator.ts'
import { filled } from './filled.ts'
import { answering, objectExchanges } from './object-exchange.ts'
import { storedSelector } from './stored-selector.ts'

/** What the API server answers to requests about NetworkPolicies. */
export const networkPolicyExchanges: Evaluator = objectExchanges(
  'a request to the API server about NetworkPolicies, and the objects before it: its answer',
  {
    networkpolicies: answering({
      ...{
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        internal: 'networking.NetworkPolicy',
        isNamespaced: true,
        hasGeneration: true,
      },
      ...{ type: networkPolicyType, take: withDefaults, nameErrors: subdomainErrors },
      errors: specErrors,
      // The API server validates what is wanted twice.
      changeErrors: (_: NetworkPolicy, after: NetworkPolicy) => specErrors(after),
      warnings: policy => blockWarnings(policy).map(({ message }) => message),
      stored,
    }),
  },
)

function stored({ podSelector, policyTypes, ingress, egress }: NetworkPolicy): Line {
  const rulesOf = (rules: NetworkPolicy['ingress'], peersAt: string) =>
    rules.map(({ ports, peers }) => filled({ ports: ports.map(storedPort), [peersAt]: peers.map(storedPeer) }))
  const rules = filled({ ingress: rulesOf(ingress, 'from'), egress: rulesOf(egress, 'to') })
  return { spec: { podSelector: storedSelector(podSelector), ...rules, policyTypes } }
}

function storedPort({ protocol, port, endPort }: NetworkPolicyPort): Line {
  return { protocol, ...(port !== undefined && { port }), ...(endPort !== undefined && { endPort }) }
}

function storedPeer({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer): Line {
  return {
    ...(podSelector && { podSelector: storedSelector(podSelector) }),
    ...(namespaceSelector && { namespaceSelector: storedSelector(namespaceSelector) }),
    ...(ipBlock && { ipBlock: { cidr: ipBlock.cidr, ...filled({ except: ipBlock.except }) } }),
  }
}
