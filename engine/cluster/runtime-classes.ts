import { type AdmittedPod, admitPod } from '../validation/runtime-class/admit.ts'
import type { Pod, RuntimeClass } from '../validation/runtime-class/objects.ts'
import { type ManifestReading, readManifests } from '../validation/runtime-class/read.ts'
import type { Blamed } from './blamed.ts'
import { type NodeRuntime, nodeRuntime } from './node-runtime.ts'
import { remembered } from './remembered.ts'
import type { World } from './world.ts'

/** A file of a host. */
export interface Source {
  readonly host: string
  readonly path: string
  readonly text: string
}

/** A Pod in a file, and what has been applied before it. */
export interface RuntimeQuestion {
  readonly file: Source
  /** The Pod's name when the file holds several; otherwise all of them are meant. */
  readonly pod?: string
  /** What has been applied before, in this order. */
  readonly applied: readonly Source[]
  /** The node that the Pod would run on, and its labels beside those that every node has. */
  readonly node: string
  readonly labels: ReadonlyMap<string, string>
}

/** Whose words say why a Pod does not run, and with what a candidate finds them. */
export type Speaker = 'kubectl' | 'API server' | 'scheduler' | 'kubelet' | 'containerd'

export type PodRuntime =
  | {
      readonly is: 'runs'
      readonly pod: Pod
      readonly admitted: AdmittedPod
      /** The handler that the node starts it with. */
      readonly handler: string
      /** `io.containerd.runsc.v1` */
      readonly type: string
      /** What decides the handler, and what decides the type behind it. */
      readonly handlerBy: Blamed
      /** The line that would have to go for the node's default runtime. */
      readonly namedBy?: Blamed
      readonly defaultHandler: string
      readonly typeBy?: Blamed
      /** Where the RuntimeClass is written that it names. */
      readonly classFile?: Source
    }
  | {
      readonly is: 'stopped'
      readonly pod?: string
      readonly speaker: Speaker
      readonly words: string
      readonly look: string
      readonly blamed?: Blamed
    }
  | { readonly is: 'undecided'; readonly why: string }

interface AppliedClass {
  readonly object: RuntimeClass
  readonly source: Source
}

const readOnce = remembered(32, (text = '') => readManifests(text))

/**
 * What would become of the Pods of a file if it were applied: admitted or refused, sent to the node or not, and started
 * with which of the node's runtimes. Never throws; one answer for each Pod.
 */
export function podRuntimes(world: World, question: RuntimeQuestion): readonly PodRuntime[] {
  const node = world.hosts.get(question.node)
  if (!node) return [{ is: 'undecided', why: `there is no host ${question.node}` }]
  const { file } = question
  const reading = readOnce(file.text)
  const readings = question.applied.map(source => ({ source, reading: readOnce(source.text) }))
  const pods = (reading.value?.pods ?? []).filter(({ name }) => question.pod === undefined || name === question.pod)
  if (pods.length === 0) return [noPod(file, reading, question.pod)]
  const runtime = nodeRuntime(node)
  return pods.map(pod => {
    const classes = new Map<string, AppliedClass>()
    for (const { source, reading } of readings) apply(classes, reading, source)
    apply(classes, reading, file, pod.document)
    const refusedBefore = [...readings, { source: file, reading }].flatMap(({ source, reading }) =>
      reading.refused.map(refused => ({ source, refused })),
    )
    return ofPod(pod, file, classes, refusedBefore, question, runtime)
  })
}

/** Later objects replace earlier ones of the same name, but their handler cannot be changed. */
function apply(classes: Map<string, AppliedClass>, reading: ManifestReading, source: Source, until = Infinity): void {
  for (const object of reading.value?.classes ?? []) {
    const there = classes.get(object.name)
    if (object.document < until && (there === undefined || there.object.handler === object.handler))
      classes.set(object.name, { object, source })
  }
}

function noPod(source: Source, { refused, findings }: ManifestReading, pod: string | undefined): PodRuntime {
  const look = `kubectl apply -f ${source.path}`
  const blame = refused.find(({ kind }) => kind !== 'RuntimeClass') ?? refused[0]
  if (!blame) {
    const words = pod === undefined ? 'the file holds no Pod' : `the file holds no Pod ${pod}`
    return { is: 'stopped', speaker: 'kubectl', words, look }
  }
  const range = blame.range ?? findings[0]?.range
  return {
    ...{ is: 'stopped', speaker: speakerOf(blame.words), words: blame.words, look },
    ...(range && { blamed: { ...source, range, why: 'This is refused.' } }),
  }
}

/** kubectl looks at kind and version before it asks the API server. */
function speakerOf(words: string): Speaker {
  return /^(?:error|no matches)/.test(words) ? 'kubectl' : 'API server'
}

type Refused = { readonly source: Source; readonly refused: ManifestReading['refused'][number] }

function ofPod(
  pod: Pod,
  source: Source,
  classes: ReadonlyMap<string, AppliedClass>,
  refusedBefore: readonly Refused[],
  { node, labels }: RuntimeQuestion,
  runtime: NodeRuntime,
): PodRuntime {
  const look = `kubectl describe pod ${pod.name}`
  const inPod = (path: readonly string[], why: string): Blamed => ({ ...source, range: pod.rangeOf(path), why })
  const objects = new Map([...classes].map(([name, { object }]) => [name, object]))
  const admission = admitPod(pod, objects)
  if ('refused' in admission) {
    const { refused: words, path, why } = admission
    const range = pod.rangeOf(path)
    const stopped = {
      is: 'stopped',
      pod: pod.name,
      speaker: 'API server',
      look: `kubectl apply -f ${source.path}`,
    } as const
    // The class is missing because it was refused itself: that is what has to be mended.
    const cause = why === 'unknown-class' && refusedBefore.find(({ refused }) => refused.kind !== 'Pod')
    if (!cause) return { ...stopped, words, blamed: { ...source, range, why: refusals[why] } }
    const { words: said, range: at } = cause.refused
    return {
      ...stopped,
      speaker: speakerOf(said),
      words: said,
      look: `kubectl apply -f ${cause.source.path}`,
      ...(at && {
        blamed: { ...cause.source, range: at, why: 'So there is no such RuntimeClass: this one is refused.' },
      }),
    }
  }
  const { admitted } = admission
  const used = pod.runtimeClassName === undefined ? undefined : classes.get(pod.runtimeClassName)
  const elsewhere = misplaced(pod, admitted, used, inPod, node, labels)
  if (elsewhere) return elsewhere

  const asked = used?.object.handler ?? ''
  const askedBy = used
    ? { ...used.source, range: used.object.rangeOf(['handler']), why: 'This line names the handler.' }
    : inPod(['spec', 'containers'], 'The Pod names no RuntimeClass, so it gets the default runtime.')
  const got = runtime.start(asked)
  if (got.is === 'undecided') return got
  if (got.is === 'down')
    return { ...got, is: 'stopped', pod: pod.name, speaker: 'containerd', look: 'journalctl -u containerd' }
  if (got.is === 'refused') {
    const words = `Failed to create pod sandbox: rpc error: code = Unknown desc = ${got.words}`
    const missing = {
      ...askedBy,
      why: `The containerd of ${node} has no runtime of this name. It has: ${got.has.join(', ')}.`,
    }
    return { is: 'stopped', pod: pod.name, speaker: 'kubelet', words, look, blamed: got.blamed ?? missing }
  }
  const handlerBy = asked === '' ? (got.defaultBy ?? askedBy) : askedBy
  const { handler, type, typeBy, defaultHandler } = got
  const namedBy = used && inPod(['spec', 'runtimeClassName'], 'The Pod names a RuntimeClass.')
  return {
    ...{ is: 'runs', pod, admitted, handler, type, handlerBy, defaultHandler },
    ...(namedBy && { namedBy }),
    ...(typeBy && { typeBy }),
    ...(used && { classFile: used.source }),
  }
}

const refusals = {
  'unknown-class': 'No RuntimeClass of this name has been applied.',
  'bad-class-name': 'This cannot be the name of a RuntimeClass.',
  overhead: 'The overhead comes from the RuntimeClass.',
  'node-selector': 'The RuntimeClass asks for another value.',
  invalid: 'This is refused.',
} as const

/** Why the Pod does not come to the node; undefined when it does. */
function misplaced(
  pod: Pod,
  admitted: AdmittedPod,
  used: AppliedClass | undefined,
  inPod: (path: readonly string[], why: string) => Blamed,
  node: string,
  labels: ReadonlyMap<string, string>,
): PodRuntime | undefined {
  const stays = (words: string, blamed: Blamed): PodRuntime => ({
    ...{ is: 'stopped', pod: pod.name, speaker: 'scheduler', look: `kubectl describe pod ${pod.name}`, words, blamed },
  })
  if (pod.nodeName === node) return undefined
  if (pod.nodeName !== '')
    return stays(`the Pod is bound to ${pod.nodeName}, not ${node}`, inPod(['spec', 'nodeName'], 'This line binds it.'))
  if (pod.hasAffinity) return { is: 'undecided', why: 'affinity of Pods is not simulated' }
  const own = new Map([...everyNode(node), ...labels])
  for (const [key, value] of admitted.nodeSelector) {
    if (own.get(key) === value) continue
    const why = 'This label is asked of the node.'
    const blamed =
      used && !pod.nodeSelector.has(key)
        ? { ...used.source, range: used.object.rangeOf(['scheduling', 'nodeSelector', key]), why }
        : inPod(['spec', 'nodeSelector', key], why)
    return stays(`${node} does not have the label ${key}=${value}, so the Pod stays Pending`, blamed)
  }
  return undefined
}

const everyNode = (name: string): readonly (readonly [string, string])[] => [
  ['kubernetes.io/hostname', name],
  ['kubernetes.io/os', 'linux'],
  ['kubernetes.io/arch', 'amd64'],
  ['beta.kubernetes.io/os', 'linux'],
  ['beta.kubernetes.io/arch', 'amd64'],
]
