import { compileLabelSelector, type LabelSelector, type Labels } from '#engine/validation/kubernetes/label-selector.ts'
import type { NetworkPolicy } from '#engine/validation/network-policy/policy.ts'
import type { Flow, Peer, Pod } from '#engine/validation/network-policy/reach.ts'
import { type Cluster, withNames } from '../cluster.ts'

/** An end of a connection with the name that it is shown by. */
export interface End {
  readonly shown: string
  readonly peer: Peer
}

/** What can be tried with some policies: the Pods of the text, and stand-ins for those that only selectors tell of. */
export interface Ends {
  readonly ends: readonly End[]
  readonly leftOut: number
  readonly namespaces: ReadonlyMap<string, Labels>
  /** Protocols and ports worth trying at an end. */
  portsOf(end: End): readonly Pick<Flow, 'protocol' | 'port'>[]
}

const MAX_ENDS = 20
const MAX_PORTS = 10
/** Policies whose selectors are looked through for stand-ins. */
const MAX_POLICIES = 200
/** An address for documentation, which nobody has. */
const outside = '203.0.113.7'
/** Ports that no policy means: where they are open, every port is. */
const odd = [7, 64_999].map(port => ({ protocol: 'TCP', port }))

export function endsOf(policies: readonly NetworkPolicy[], cluster: Cluster): Ends {
  const labelsOf = new Map(cluster.labelsOf)
  const pods: Pod[] = [...cluster.pods]
  const matching = (namespace: string, selector: LabelSelector | undefined) => {
    const fits = selector ? compileLabelSelector(selector) : () => true
    return pods.some(it => it.namespace === namespace && fits(it.labels))
  }
  const standIn = (namespace: string, selector: LabelSelector | undefined) => {
    if (matching(namespace, selector)) return
    const labels: Labels = selector?.matchLabels ?? new Map()
    const name = labels.size === 0 ? 'any' : Array.from(labels, it => it.join('=')).join(',')
    pods.push({ namespace, name, labels, ips: [], ports: [] })
  }
  const looked = policies.slice(0, MAX_POLICIES)
  for (const { namespace, podSelector } of looked) standIn(namespace, podSelector)
  const rules = looked.flatMap(({ namespace, ingress, egress }) =>
    [...ingress, ...egress].map(rule => ({ namespace, ...rule })),
  )
  const addresses = new Set([outside])
  for (const { namespace, peers } of rules)
    for (const { podSelector, namespaceSelector, ipBlock } of peers) {
      if (ipBlock) addresses.add(ipBlock.cidr.replace(/\/.*/, ''))
      else if (!namespaceSelector) standIn(namespace, podSelector)
      else for (const within of namespacesFor(namespaceSelector, labelsOf, namespace)) standIn(within, podSelector)
    }
  pods.push({ namespace: 'elsewhere', name: 'stranger', labels: new Map(), ips: [], ports: [] })
  const strangers = [...addresses].slice(0, 4)
  const kept = pods.slice(0, MAX_ENDS)
  const named = rules.flatMap(({ ports }) =>
    ports.flatMap(({ protocol, port }) => (typeof port === 'number' ? [{ protocol, port }] : [])),
  )
  return {
    ends: [
      ...kept.map(peer => ({ peer, shown: `${peer.namespace}/${peer.name}` })),
      ...strangers.map(ip => ({ peer: { ip }, shown: ip })),
    ],
    leftOut: pods.length - kept.length,
    namespaces: withNames({ pods, labelsOf }, []),
    portsOf({ peer }) {
      const own = 'ip' in peer ? [] : peer.ports
      const all = new Map(
        [...own, ...named, ...odd].map(({ protocol, port }) => [`${protocol} ${port}`, { protocol, port }]),
      )
      return [...all.values()].slice(-MAX_PORTS)
    },
  }
}

/** Namespaces that a selector takes; where the text has none, one is made up that carries its labels. */
function namespacesFor(selector: LabelSelector, labelsOf: Map<string, Labels>, own: string): readonly string[] {
  const fits = compileLabelSelector(selector)
  const found = Array.from(withNames({ pods: [], labelsOf }, [own])).flatMap(([name, labels]) =>
    fits(labels) ? [name] : [],
  )
  if (found.length > 0) return found
  const { matchLabels } = selector
  const named = matchLabels.get('kubernetes.io/metadata.name')
  const name = named ?? Array.from(matchLabels.values()).join('-')
  if (name === '' || labelsOf.has(name)) return []
  labelsOf.set(name, matchLabels)
  return [name]
}
