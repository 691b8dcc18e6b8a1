import type { ContainerdConfig } from '../validation/containerd-config/config.ts'
import { lookUpHandler, shimOf } from '../validation/containerd-config/lookup.ts'
import { readContainerdConfig } from '../validation/containerd-config/read.ts'
import type { Range } from '../yaml/range.ts'
import type { Blamed } from './blamed.ts'
import { join, parentOf } from './file-tree.ts'
import { followed, type Host, textOf } from './world.ts'

export const containerdConfigFile = '/etc/containerd/config.toml'

/** Where containerd looks for shims, as systemd starts it. */
const programFolders = ['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin']
/** It comes with containerd itself. */
const ownShim = 'containerd-shim-runc-v2'

export type Started =
  | {
      readonly is: 'started'
      readonly handler: string
      readonly type: string
      readonly typeBy?: Blamed
      /** The handler that Pods get which ask for nothing. */
      readonly defaultHandler: string
      /** The line that makes it the default. */
      readonly defaultBy?: Blamed
    }
  /** containerd runs, and has no runtime of that name or cannot start it. `has`: the handlers that it knows. */
  | { readonly is: 'refused'; readonly words: string; readonly has: readonly string[]; readonly blamed?: Blamed }
  /** containerd does not serve the kubelet at all. */
  | { readonly is: 'down'; readonly words: string; readonly blamed?: Blamed }
  | { readonly is: 'undecided'; readonly why: string }

/** A node's containerd with the configuration that lies there, as it is after a restart. */
export interface NodeRuntime {
  /** What happens to a Pod with this handler; an empty one asks for the default runtime. */
  start(handler: string): Started
}

export function nodeRuntime(node: Host): NodeRuntime {
  const found = textOf(node, containerdConfigFile)
  if ('problem' in found && found.problem !== 'missing') {
    const why = `\`${containerdConfigFile}\` on ${node.name} is no text file`
    return { start: () => ({ is: 'undecided', why }) }
  }
  // Without a file containerd takes its defaults.
  const [text, path] = 'text' in found ? [found.text, found.path] : ['', containerdConfigFile]
  const decides = (range: Range | undefined, why: string) =>
    range && { blamed: { host: node.name, path, text, range, why } }
  const { value, refusal, findings } = readContainerdConfig(text, { path, find: pattern => matches(node, pattern) })
  if (refusal !== undefined || !value) {
    const wrong = findings.find(({ severity }) => severity === 'error')
    const words = refusal ?? 'the configuration cannot be read'
    return { start: () => ({ is: 'down', words, ...decides(wrong?.range, 'This is where it stops.') }) }
  }
  if (value.disabled) {
    const words = 'unknown service runtime.v1.RuntimeService'
    const by = decides(value.disabled, "This turns the kubelet's runtime off.")
    return { start: () => ({ is: 'down', words, ...by }) }
  }
  if (value.imported.length > 0) {
    const why = `what \`${value.imported[0]}\` changes in containerd's configuration is not known`
    return { start: () => ({ is: 'undecided', why }) }
  }
  return { start: handler => started(node, value, handler, decides) }
}

type By = (range: Range | undefined, why: string) => { readonly blamed: Blamed } | undefined

function started(node: Host, config: ContainerdConfig, asked: string, decides: By): Started {
  const has = [...config.runtimes.keys()].sort()
  const found = lookUpHandler(config, asked)
  if ('error' in found) {
    const unread = config.unread.find(({ handler }) => handler === found.handler)
    const words = `unable to get OCI runtime for sandbox "…": ${found.error}`
    return { is: 'refused', words, has, ...(unread && decides(unread.range, unread.why)) }
  }
  const { handler, runtime } = found
  const typeRange = runtime.typeRange ?? runtime.range
  const broken = shimProblem(node, runtime.type, runtime.path)
  if (broken !== undefined) {
    const why =
      runtime.type === '' ? 'This runtime has no `runtime_type`.' : 'This line says which program starts containers.'
    const words = `failed to start sandbox "…": ${broken}`
    return { is: 'refused', words, has, ...decides(typeRange, why) }
  }
  const typeBy = decides(typeRange, 'This line says what runs behind the handler.')?.blamed
  // That runc is the default needs no line, and nobody who reads one is helped.
  const named = asked === '' && handler !== 'runc'
  const defaultBy = named ? decides(config.defaultRange, 'This line names the default runtime.')?.blamed : undefined
  return {
    ...{ is: 'started', handler, type: runtime.type, defaultHandler: config.defaultRuntime },
    ...(typeBy && { typeBy }),
    ...(defaultBy && { defaultBy }),
  }
}

/** Why containerd cannot make or start a sandbox with a runtime, in its words. */
function shimProblem(node: Host, type: string, path: string): string | undefined {
  const isThere = (at: string) => {
    const found = followed(node, at)
    return 'node' in found && found.node?.kind === 'file'
  }
  if (type === '') return 'failed to create containerd container: container.Runtime.Name must be set: invalid argument'
  const unresolved = (why: string) =>
    `failed to create containerd task: failed to start shim: failed to resolve runtime path: ${why}`
  const shim = path === '' ? shimOf(type) : { shim: path }
  if ('error' in shim) return unresolved(shim.error)
  if (shim.shim.startsWith('/'))
    return isThere(shim.shim)
      ? undefined
      : unresolved(`invalid custom binary path: stat ${shim.shim}: no such file or directory`)
  if (shim.shim === ownShim || programFolders.some(folder => isThere(join(folder, shim.shim)))) return undefined
  return unresolved(`runtime "${type}" binary not installed "${shim.shim}": file does not exist`)
}

/** The files that a path of `imports` leads to; `*` and `?` stand in its last part. */
function matches(node: Host, pattern: string): readonly string[] {
  const last = pattern.slice(pattern.lastIndexOf('/') + 1)
  if (!/[*?]/.test(last)) return 'text' in textOf(node, pattern) ? [pattern] : []
  const folder = parentOf(pattern)
  return node.files
    .list(folder)
    .filter(name => isLike(name, last))
    .map(name => join(folder, name))
}

/** Goes back to the last star only, so it stays quick whatever a learner writes. */
function isLike(name: string, pattern: string): boolean {
  let [at, step, star, tried] = [0, 0, -1, 0]
  while (at < name.length) {
    if (pattern[step] === '*') [star, tried, step] = [step, at, step + 1]
    else if (pattern[step] === '?' || pattern[step] === name[at]) [at, step] = [at + 1, step + 1]
    else if (star >= 0) [tried, at, step] = [tried + 1, tried + 1, star + 1]
    else return false
  }
  return /^\**$/.test(pattern.slice(step))
}
