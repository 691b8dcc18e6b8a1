import { podType } from '#engine/validation/kubernetes/core/pod-type.ts'
import { decode } from '#engine/validation/kubernetes/decode.ts'
import { struct } from '#engine/validation/kubernetes/decode-types.ts'
import type { Labels } from '#engine/validation/kubernetes/label-selector.ts'
import { readManifests } from '#engine/validation/kubernetes/manifests.ts'
import { objectMeta, typeMeta } from '#engine/validation/kubernetes/metadata-type.ts'
import { readAddress } from '#engine/validation/network-policy/address.ts'
import type { Peer, Pod } from '#engine/validation/network-policy/reach.ts'

/** Pods and namespaces that stand beside policies. */
export interface Cluster {
  readonly pods: readonly Pod[]
  readonly labelsOf: ReadonlyMap<string, Labels>
}

const namespaceType = struct('v1.Namespace', { ...typeMeta, metadata: objectMeta })

/** What a text says of Pods and Namespaces. Those that cannot be read are left out. */
export function readCluster(text: string): Cluster {
  const pods: Pod[] = []
  const labelsOf = new Map<string, Labels>()
  for (const manifest of readManifests(text)) {
    if ('refused' in manifest || manifest.apiVersion !== 'v1') continue
    if (manifest.kind === 'Namespace') {
      const { value, error } = decode(namespaceType, manifest.node)
      if (!error) labelsOf.set(manifest.name, value.metadata.labels)
    }
    if (manifest.kind !== 'Pod') continue
    const { value, error } = decode(podType, manifest.node)
    if (error) continue
    const ports = value.spec.containers.flatMap(it => it.ports)
    pods.push({
      namespace: manifest.namespace || 'default',
      name: manifest.name,
      labels: value.metadata.labels,
      ips: [],
      ports: ports.map(({ name, containerPort, protocol }) => ({
        ...(name && { name }),
        port: containerPort,
        protocol: protocol || 'TCP',
      })),
      ...(value.spec.hostNetwork && { hostNetwork: true }),
    })
  }
  return { pods, labelsOf }
}

/** The API server labels every namespace with its name. */
export function withNames({ pods, labelsOf }: Cluster, others: readonly string[]): ReadonlyMap<string, Labels> {
  const names = new Set([...pods.map(it => it.namespace), ...labelsOf.keys(), ...others])
  return new Map(
    Array.from(names, name => [name, new Map([...(labelsOf.get(name) ?? []), ['kubernetes.io/metadata.name', name]])]),
  )
}

const HOW = 'Write a namespace with labels (shop app=web), a Pod of the text (shop/web-0), or an address (10.0.0.7).'

/** One end of a connection as it is written, or a sentence on what to put right. `side` names the field. */
export function endOf({ pods }: Cluster, side: string, written: string): Peer | string {
  const words = written.trim().split(/[\s,]+/)
  const [first = '', ...labels] = words
  if (first === '') return `${side}: ${HOW}`
  if (readAddress(first)) return labels.length === 0 ? { ip: first } : `${side}: an address has no labels.`
  if (first.includes('/')) {
    const pod = pods.find(it => `${it.namespace}/${it.name}` === first)
    if (!pod) return `${side}: the text has no Pod ${first}. ${HOW}`
    return labels.length === 0 ? pod : `${side}: the Pod’s labels stand in the text. Leave them out here.`
  }
  const bad = [first, ...labels].find(
    (word, at) => !(at === 0 ? /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/ : /^[^=]+=[^=]*$/).test(word),
  )
  if (bad !== undefined) return `${side}: “${bad}” cannot be read. ${HOW}`
  const pairs = labels.map((label): [string, string] => {
    const at = label.indexOf('=')
    return [label.slice(0, at), label.slice(at + 1)]
  })
  // Two ends that are written alike are two Pods with the same labels.
  return { namespace: first, name: `${side}: ${written}`, labels: new Map(pairs), ips: [], ports: [] }
}
