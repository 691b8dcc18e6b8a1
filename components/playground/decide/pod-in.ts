import { builtInResources } from '#engine/validation/audit-policy/built-in-resources.ts'
import { podType } from '#engine/validation/kubernetes/core/pod-type.ts'
import { decode } from '#engine/validation/kubernetes/decode.ts'
import { type Manifest, readManifests } from '#engine/validation/kubernetes/manifests.ts'
import type { Pod } from '#engine/validation/pod/pod.ts'
import { podPathOf } from '#engine/validation/pod-security/workload.ts'
import type { JsonNode } from '#engine/yaml/go/json.ts'
import { plainValue } from '#engine/yaml/go/json-text.ts'
import type { Path } from '#engine/yaml/range.ts'

/** A Pod, or a workload that makes some, as a text has it. */
export interface PodManifest {
  readonly manifest: Manifest
  /** With its group: `apps/deployments`. */
  readonly resource: string
  /** The Pod, or the workload’s template; undefined where it cannot be read. */
  readonly pod: Pod | undefined
  /** Where the Pod stands in its object. */
  readonly root: Path
}

/** The first object of a text that is a Pod or makes some. */
export function podIn(text: string): PodManifest | undefined {
  for (const manifest of readManifests(text)) {
    if ('refused' in manifest) continue
    const { kind, apiVersion } = manifest
    const known = builtInResources.find(
      it => it.kind === kind && (it.group === '' ? it.version : `${it.group}/${it.version}`) === apiVersion,
    )
    if (!known) continue
    const resource = known.group === '' ? known.resource : `${known.group}/${known.resource}`
    const root = podPathOf(resource, '')
    if (root) return { manifest, resource, root, pod: podAt(manifest.node, root) }
  }
  return undefined
}

/** The Pod as written, once its types are known to be right. What is null is as good as missing. */
function podAt(object: JsonNode, root: Path): Pod | undefined {
  let node: JsonNode | undefined = object
  for (const step of root)
    node = node?.kind === 'object' ? node.members.findLast(it => it.key === step)?.value : undefined
  if (node?.kind !== 'object') return undefined
  const { error, value } = decode(podType, node)
  if (error || value.spec.containers.length === 0) return undefined
  const { metadata = {}, spec } = withoutNulls(plainValue(node)) as Pick<Pod, 'spec'> & Partial<Pod>
  return { metadata, spec }
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(it => (it === null ? {} : withoutNulls(it)))
  if (typeof value !== 'object' || value === null) return value
  const kept = Object.entries(value).filter(([, it]) => it !== null)
  return Object.fromEntries(kept.map(([key, it]) => [key, withoutNulls(it)]))
}
