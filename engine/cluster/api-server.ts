import type { AuditPolicy } from '../validation/audit-policy/policy.ts'
import { readAuditPolicy } from '../validation/audit-policy/read.ts'
import type { Path, Range } from '../yaml/range.ts'
import { apiServerFlags } from './api-server-flags.ts'
import { apiServerOptions } from './api-server-options.ts'
import { apiServerRefusal } from './api-server-refusal.ts'
import { auditLogOf } from './audit-log.ts'
import { presentable } from './bytes.ts'
import { failedMount, inContainer } from './container-path.ts'
import { baseName } from './file-tree.ts'
import { accumulates } from './flag-value.ts'
import { type ParsedFlags, parseFlags } from './parse-flags.ts'
import { remembered } from './remembered.ts'
import type { Container, RefusedManifest, StaticPod } from './static-pod.ts'
import { manifestDirectory, staticPods } from './static-pods.ts'
import type { Host, World } from './world.ts'

/** A flag as the process reads it: of repeated ones the last wins, lists accumulate. */
export interface FlagInForce {
  readonly value: string
  /** The word of the manifest that sets it; the last one when it is repeated. */
  readonly range?: Range
}

/** Why the API server does not run. */
export interface Failure {
  /** Whose words these are: they stand in the kubelet's journal, or in the container's log. */
  readonly seenIn: 'kubelet' | 'container'
  readonly words: string
  /** With what a candidate finds them on a real host. */
  readonly look: string
  /** The file to blame, on the host, with the place when there is one. */
  readonly file: string
  readonly text: string
  readonly range?: Range
}

export type Running =
  | { readonly answers: true }
  | { readonly answers: false; readonly failure: Failure }
  | { readonly undecided: string }

/** The audit policy as the API server finds it: its path on the host and what is in it. */
export interface PolicyInForce {
  readonly file: string
  readonly text: string
  readonly policy: AuditPolicy
}

/** Where audit events go: to a file of the host; to one that only the container has, and is lost with it; to its output. */
export type AuditLog =
  | { readonly on: 'host'; readonly file: string }
  | { readonly on: 'container'; readonly path: string }
  | { readonly on: 'output' }

/** kube-apiserver as the manifests of the control plane configure it. */
export interface ApiServer {
  /** The host it runs on. */
  readonly host: string
  readonly running: Running
  /** The static pod that the kubelet runs; undefined when it runs none. */
  readonly pod?: StaticPod
  /** Name without dashes in front → what is in force. */
  readonly flags: ReadonlyMap<string, FlagInForce>
  /** The command that starts it, to point at when a flag is missing. */
  readonly command?: Range
  readonly auditPolicy?: PolicyInForce
  readonly auditLog?: AuditLog
}

const hostName = 'controlplane'
const readPolicyOnce = remembered(16, (text = '') => readAuditPolicy(text))

/** The API server in force in a world. Never throws; what cannot be decided is said in `running`. */
export function apiServer(world: World): ApiServer {
  const host = world.hosts.get(hostName)
  if (!host) return { host: hostName, running: { undecided: `there is no host ${hostName}` }, flags: new Map() }
  const { pods, refused } = staticPods(host)
  const servers = pods.flatMap(pod => pod.containers.filter(isApiServer).map(container => ({ pod, container })))
  const [server, another] = servers
  if (another) return { host: hostName, running: { undecided: 'two pods run kube-apiserver' }, flags: new Map() }
  if (server) return configured(host, server.pod, server.container)
  const hidden = pods.find(pod => pod.text.includes('kube-apiserver'))
  const running: Running = hidden
    ? { undecided: `${hidden.file} does not start kube-apiserver as its command` }
    : { answers: false, failure: notRun(refused) }
  return { host: hostName, running, flags: new Map() }
}

function isApiServer(container: Container): boolean {
  return baseName(container.words[0]?.text ?? '') === 'kube-apiserver'
}

function notRun(refused: readonly RefusedManifest[]): Failure {
  const blamed = refused.find(({ text }) => text.includes('kube-apiserver'))
  const seen = { seenIn: 'kubelet', look: 'journalctl -u kubelet' } as const
  if (blamed) return { ...seen, ...blamed }
  const words = `No file in ${manifestDirectory} describes a pod that runs kube-apiserver.`
  return { ...seen, words, file: `${manifestDirectory}/kube-apiserver.yaml`, text: '' }
}

function configured(host: Host, pod: StaticPod, container: Container): ApiServer {
  const words = container.words.slice(1)
  const parsed = parseFlags(
    'kube-apiserver',
    words.map(({ text }) => text),
    apiServerFlags,
  )
  const rangeOf = (path: Path | undefined) => (path ? pod.rangeOf(path) : undefined)
  const flags = inForce(parsed, word => rangeOf(words[word]?.at))
  const command = rangeOf(container.words[0]?.at)
  const server = { host: hostName, pod, flags, ...(command && { command }) }

  const fail = (
    seenIn: Failure['seenIn'],
    said: string,
    range: Range | undefined,
    at = { file: pod.file, text: pod.text },
  ) => {
    const look = seenIn === 'kubelet' ? 'journalctl -u kubelet' : 'crictl ps -a, then crictl logs'
    const failure: Failure = { seenIn, words: said, look, ...at, ...(range && { range }) }
    return { ...server, running: { answers: false, failure } } as const
  }

  const mount = failedMount(host, pod)
  if (mount && 'undecided' in mount) return { ...server, running: mount }
  if (mount) return fail('kubelet', mount.words, rangeOf(mount.volume.at))
  if (parsed.problem) {
    const blamed = words[parsed.problem.word]
    return fail('container', `Error: ${parsed.problem.words}`, rangeOf(blamed?.at))
  }
  const look = (path: string) => inContainer(host, pod, container, path)
  const options = apiServerOptions(flags, look)
  if (options && 'undecided' in options) {
    const texts = words.map(({ text }) => text)
    const refusal = apiServerRefusal(texts, look)
    if (!refusal) return { ...server, running: options }
    return fail(
      'container',
      refusal.words,
      (refusal.word === undefined ? undefined : rangeOf(words[refusal.word]?.at)) ?? command,
    )
  }
  if (options) return fail('container', options.words, flags.get(options.flag)?.range ?? command)

  const policyFlag = flags.get('audit-policy-file')
  if (!policyFlag || policyFlag.value === '') return { ...server, running: { answers: true } }
  const path = policyFlag.value
  const found = inContainer(host, pod, container, path)
  if ('undecided' in found) return { ...server, running: found }
  const unread = (why: string) =>
    fail('container', `loading audit policy file: failed to read file path "${path}": ${why}`, policyFlag.range)
  if (found.is === 'missing') return unread(`open ${path}: no such file or directory`)
  if (found.is === 'directory') return unread(`read ${path}: is a directory`)
  if (found.text === undefined || found.hostPath === undefined)
    return { ...server, running: { undecided: `${path} lies in no volume` } }
  const file = { file: found.hostPath, text: presentable(found.text) }
  const { value: policy, refusal, findings } = readPolicyOnce(found.text)
  if (refusal !== undefined || !policy) {
    const wrong = findings.find(({ severity }) => severity === 'error')
    return fail('container', `loading audit policy file: ${refusal}: from file ${path}`, wrong?.range, file)
  }
  const log = auditLogOf(flags.get('audit-log-path')?.value ?? '', path => inContainer(host, pod, container, path))
  if (log && 'undecided' in log) return { ...server, running: log }
  if (log && 'words' in log)
    return fail('container', log.words, (log.mount && rangeOf(log.mount.at)) ?? flags.get('audit-log-path')?.range)
  return { ...server, running: { answers: true }, auditPolicy: { ...file, policy }, ...(log && { auditLog: log }) }
}

function inForce(parsed: ParsedFlags, rangeOf: (word: number) => Range | undefined): ReadonlyMap<string, FlagInForce> {
  const flags = new Map<string, FlagInForce>()
  for (const [name, settings] of parsed.settings) {
    const last = settings.at(-1)
    if (!last) continue
    const all = accumulates(apiServerFlags.get(name) ?? '')
    const added = settings.filter(({ value }) => value !== '').map(({ value }) => value)
    const range = rangeOf(last.word)
    flags.set(name, { value: all ? added.join(',') : last.value, ...(range && { range }) })
  }
  return flags
}
