import { readKubernetesYaml } from '../yaml/kubernetes-document.ts'
import type { Path, Range } from '../yaml/range.ts'
import { type GoFields, goFields } from './go-fields.ts'
import { podProblems } from './pod-problems.ts'

/** Where a container's file system shows one of the pod's volumes. */
export interface Mount {
  readonly volume: string
  readonly path: string
  readonly readOnly: boolean
  readonly subPath: string
  readonly at: Path
}

/** A volume. Without `hostPath` it is an empty directory of the pod's own. */
export interface Volume {
  readonly name: string
  readonly hostPath?: { readonly path: string; readonly type: string }
  /** The keys beside `name`: `hostPath`, `emptyDir`, `secret`, … */
  readonly sources: readonly string[]
  readonly at: Path
}

export interface SeccompField {
  readonly type: string
  readonly localhostProfile?: string
  readonly at: Path
}

export interface Container {
  readonly name: string
  readonly image: string
  /** `command` and then `args`, each word with its path in the manifest. */
  readonly words: readonly { readonly text: string; readonly at: Path }[]
  readonly mounts: readonly Mount[]
  readonly privileged: boolean
  /** `allowPrivilegeEscalation: false`. */
  readonly noNewPrivileges: boolean
  readonly readOnlyRoot: boolean
  readonly seccomp?: SeccompField
  readonly at: Path
}

/** A pod that a kubelet runs from a file of its manifest directory. */
export interface StaticPod {
  /** The manifest's path on the host, and its text. */
  readonly file: string
  readonly text: string
  readonly name: string
  readonly namespace: string
  readonly containers: readonly Container[]
  readonly volumes: readonly Volume[]
  readonly seccomp?: SeccompField
  rangeOf(path: Path): Range | undefined
}

/** Why a kubelet does not run a manifest, in its words. */
export interface RefusedManifest {
  readonly file: string
  readonly text: string
  readonly words: string
  readonly range?: Range
}

/** Reads one manifest as the kubelet does: first document, unknown fields dropped, then validated. Never throws. */
export function readStaticPod(file: string, text: string): { pod: StaticPod } | { refused: RefusedManifest } {
  const refuse = (words: string, range?: Range) => ({
    refused: { file, text, words: `${file}: ${words}`, ...(range && { range }) },
  })
  const unreadable = (words: string, range?: Range) =>
    refuse(`couldn't parse as pod(${words}), please check config file`, range)

  const { document, refusal, findings } = readKubernetesYaml(text)
  if (refusal !== undefined) return unreadable(refusal, findings.find(({ severity }) => severity === 'error')?.range)
  if (!document || document.value === undefined || document.value === null)
    return unreadable("Object 'Kind' is missing in 'null'")

  const read = goFields(document.value)
  const apiVersion = read.text(['apiVersion'], 'TypeMeta')
  const kind = read.text(['kind'], 'TypeMeta')
  if (kind === '') return unreadable(`Object 'Kind' is missing in '${JSON.stringify(document.value)}'`)
  if (apiVersion === '') return unreadable(`Object 'apiVersion' is missing in '${JSON.stringify(document.value)}'`)
  if (apiVersion !== 'v1' || kind !== 'Pod') {
    const range = document.rangeOf([apiVersion === 'v1' ? 'kind' : 'apiVersion'])
    return unreadable(`no kind "${kind}" is registered for version "${apiVersion}"`, range)
  }

  const pod: StaticPod = {
    file,
    text,
    name: read.text(['metadata', 'name'], 'ObjectMeta'),
    namespace: read.text(['metadata', 'namespace'], 'ObjectMeta') || 'default',
    containers: read.items(['spec', 'containers'], 'PodSpec', '[]v1.Container').map(at => containerAt(read, at)),
    volumes: read.items(['spec', 'volumes'], 'PodSpec', '[]v1.Volume').map(at => volumeAt(read, at)),
    ...seccompAt(read, ['spec', 'securityContext']),
    rangeOf: path => document.rangeOf(path),
  }
  const serviceAccount = read.text(['spec', 'serviceAccountName'], 'PodSpec')
  const wrong = read.problem()
  if (wrong) return unreadable(wrong.words, document.rangeOf(wrong.path))
  if (pod.name === '') return refuse('invalid pod: name is needed for the pod')
  const [first, ...more] = podProblems(pod, serviceAccount)
  if (first) {
    const words = [first, ...more].map(problem => problem.words).join(', ')
    return refuse(`invalid pod: [${words}]`, nearest(pod, first.path))
  }
  return { pod }
}

/** The place of a path, or of what holds it when it is not there. */
function nearest(pod: StaticPod, path: Path): Range | undefined {
  for (let at = path; at.length > 0; at = at.slice(0, -1)) {
    const range = pod.rangeOf(at)
    if (range) return range
  }
  return undefined
}

function containerAt(read: GoFields, at: Path): Container {
  const words = (['command', 'args'] as const).flatMap(key =>
    read.texts([...at, key], 'Container').map((text, index) => ({ text, at: [...at, key, index] })),
  )
  const context = [...at, 'securityContext']
  read.object(context, 'Container', 'v1.SecurityContext')
  return {
    name: read.text([...at, 'name'], 'Container'),
    image: read.text([...at, 'image'], 'Container'),
    words,
    mounts: read.items([...at, 'volumeMounts'], 'Container', '[]v1.VolumeMount').map(mount => ({
      volume: read.text([...mount, 'name'], 'VolumeMount'),
      path: read.text([...mount, 'mountPath'], 'VolumeMount'),
      readOnly: read.flag([...mount, 'readOnly'], 'VolumeMount') ?? false,
      subPath: read.text([...mount, 'subPath'], 'VolumeMount'),
      at: mount,
    })),
    privileged: read.flag([...context, 'privileged'], 'SecurityContext') ?? false,
    noNewPrivileges: read.flag([...context, 'allowPrivilegeEscalation'], 'SecurityContext') === false,
    readOnlyRoot: read.flag([...context, 'readOnlyRootFilesystem'], 'SecurityContext') ?? false,
    ...seccompAt(read, context),
    at,
  }
}

function volumeAt(read: GoFields, at: Path): Volume {
  const host = [...at, 'hostPath']
  const name = read.text([...at, 'name'], 'Volume')
  const sources = (read.object(at, 'PodSpec', 'v1.Volume') ?? []).filter(key => key !== 'name')
  if (!read.object(host, 'Volume', 'v1.HostPathVolumeSource')) return { name, sources, at }
  const hostPath = {
    path: read.text([...host, 'path'], 'HostPathVolumeSource'),
    type: read.text([...host, 'type'], 'HostPathVolumeSource'),
  }
  return { name, hostPath, sources, at }
}

function seccompAt(read: GoFields, context: Path): { seccomp?: SeccompField } {
  const at = [...context, 'seccompProfile']
  const keys = read.object(at, 'SecurityContext', 'v1.SeccompProfile')
  if (!keys) return {}
  const type = read.text([...at, 'type'], 'SeccompProfile')
  const localhostProfile = read.text([...at, 'localhostProfile'], 'SeccompProfile')
  return { seccomp: keys.includes('localhostProfile') ? { type, localhostProfile, at } : { type, at } }
}
