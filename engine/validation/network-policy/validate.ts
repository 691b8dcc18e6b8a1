import {
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { at, child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelSelectorErrors } from '../kubernetes/label-selector.ts'
import { portNameErrors, portNumberErrors } from '../kubernetes/names.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort } from './policy.ts'
import { blockErrors } from './validate-block.ts'

const protocols = ['TCP', 'UDP', 'SCTP']
const types = ['Ingress', 'Egress']

type Spec = Pick<NetworkPolicy, 'podSelector' | 'policyTypes' | 'ingress' | 'egress'>

/** What validation says of the `spec` of a policy, with its defaults, in the order of the API server. */
export function specErrors({ podSelector, policyTypes, ingress, egress }: Spec): readonly FieldError[] {
  const rules = [
    { place: at('spec', 'ingress'), peersAt: 'from', rules: ingress },
    { place: at('spec', 'egress'), peersAt: 'to', rules: egress },
  ]
  return [
    ...labelSelectorErrors(podSelector, at('spec', 'podSelector')),
    ...rules.flatMap(({ place, peersAt, rules }) =>
      rules.flatMap(({ ports, peers }, rule) => [
        ...ports.flatMap((port, index) => portErrors(port, child(place, rule, 'ports', index))),
        ...peers.flatMap((peer, index) => peerErrors(peer, child(place, rule, peersAt, index))),
      ]),
    ),
    ...typesErrors(policyTypes, at('spec', 'policyTypes')),
  ]
}

function portErrors({ protocol, port, endPort }: NetworkPolicyPort, place: FieldPath): readonly FieldError[] {
  const [portAt, endAt] = [child(place, 'port'), child(place, 'endPort')]
  const errors = protocols.includes(protocol)
    ? []
    : [notSupported(child(place, 'protocol'), inJson(protocol), protocols)]
  if (typeof port === 'number') {
    errors.push(...every(portAt, port, portNumberErrors(port)))
    if (endPort === undefined) return errors
    // The value that is printed is that of `port`.
    if (endPort < port) errors.push(invalid(endAt, port, 'must be greater than or equal to `port`'))
    return [...errors, ...every(endAt, endPort, portNumberErrors(endPort))]
  }
  const why = port === undefined ? 'is not specified' : 'is non-numeric'
  if (endPort !== undefined) errors.push(invalid(endAt, endPort, `may not be specified when \`port\` ${why}`))
  return port === undefined ? errors : [...errors, ...every(portAt, port, portNameErrors(port))]
}

function peerErrors({ podSelector, namespaceSelector, ipBlock }: NetworkPolicyPeer, place: FieldPath) {
  const hasSelector = podSelector !== undefined || namespaceSelector !== undefined
  const errors: readonly FieldError[] = [
    ...(podSelector ? labelSelectorErrors(podSelector, child(place, 'podSelector')) : []),
    ...(namespaceSelector ? labelSelectorErrors(namespaceSelector, child(place, 'namespaceSelector')) : []),
    ...(ipBlock ? blockErrors(ipBlock, child(place, 'ipBlock')) : []),
  ]
  if (!hasSelector && !ipBlock) return [...errors, required(place, 'must specify a peer')]
  return hasSelector && ipBlock
    ? [...errors, forbidden(place, 'may not specify both ipBlock and another peer')]
    : errors
}

function typesErrors(policyTypes: readonly string[], place: FieldPath): readonly FieldError[] {
  if (policyTypes.length > types.length)
    return [invalid(place, inJson(policyTypes), 'may not specify more than two policyTypes')]
  return policyTypes.flatMap((type, index) =>
    types.includes(type) ? [] : [notSupported(child(place, index), inJson(type), types)],
  )
}
