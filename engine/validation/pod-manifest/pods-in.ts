import type { JsonNode } from '../../yaml/go/json.ts'
import type { Path } from '../../yaml/range.ts'
import { type DecodeResult, decode } from '../kubernetes/decode.ts'
import { type BrokenManifest, type Manifest, readManifests } from '../kubernetes/manifests.ts'
import { appArmorFromAnnotations } from '../pod/app-armor-annotations.ts'
import type { DecodedPod } from '../pod/decoded.ts'
import { defaultPod } from '../pod/default-pod.ts'
import { type Holder, type Workload, workloads } from './workloads.ts'

/** An object of a file that is a Pod or makes some. */
export interface PodObject {
  readonly manifest: Manifest
  readonly workload: Workload
  readonly decoded: DecodeResult<Holder>
  /** The Pod as the API server looks at it, with what it fills in; undefined where nothing stands in its place. */
  readonly pod: DecodedPod | undefined
  /** What the API server says while it completes the Pod. */
  readonly warnings: readonly string[]
}

/** The objects of a file: Pods, those of kinds that are not looked at, and documents that cannot be read. */
export function podsIn(text: string): readonly (PodObject | Manifest | BrokenManifest)[] {
  return readManifests(text).map(manifest => {
    if ('refused' in manifest) return manifest
    const { apiVersion, kind, node } = manifest
    const workload = workloads.find(it => it.apiVersion === apiVersion && it.kind === kind)
    if (!workload) return manifest
    const decoded = decode(workload.type, node)
    const { pod, warnings = [] } = podAt(decoded.value, node, workload.root) ?? {}
    return { manifest, workload, decoded, pod, warnings }
  })
}

type Completed = ReturnType<typeof appArmorFromAnnotations>

function podAt(object: unknown, node: JsonNode, root: Path): Completed | undefined {
  let [inside, written]: [unknown, JsonNode | undefined] = [object, node]
  for (const step of root) {
    inside = typeof inside === 'object' && inside !== null ? Reflect.get(inside, step) : undefined
    written = written?.kind === 'object' ? written.members.findLast(({ key }) => key === step)?.value : undefined
  }
  if (!isPod(inside) || written?.kind !== 'object') return undefined
  const { metadata } = inside
  const given = metadata.generateName === '' ? '' : `${metadata.generateName.slice(0, 58)}abcde`
  const name = root.length > 0 ? 'template' : metadata.name || given
  const named = { ...metadata, name, namespace: metadata.namespace || 'default' }
  const pod = defaultPod({ ...inside, metadata: named })
  return root.length > 0 ? { pod, warnings: [] } : appArmorFromAnnotations(pod)
}

/** What was decoded as a Pod or its template has both. */
function isPod(value: unknown): value is DecodedPod {
  return typeof value === 'object' && value !== null && 'metadata' in value && 'spec' in value
}
