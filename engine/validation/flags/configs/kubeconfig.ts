import { goQuoted } from '../../../yaml/go/go-quoted.ts'
import type { JsonNode } from '../../../yaml/go/json.ts'
import { decode } from '../../kubernetes/decode.ts'
import { struct, text } from '../../kubernetes/decode-types.ts'
import { readObjectText } from '../../kubernetes/read-object.ts'
import { type Files, joinPath, readFile } from '../files.ts'
import { fails, type Outcome } from '../judged.ts'
import {
  kubeconfigType,
  noCluster,
  noUser,
  type RawCluster,
  type RawKubeconfig,
  type RawUser,
} from './kubeconfig-type.ts'
import { clusterProblems, userProblems } from './kubeconfig-usable.ts'

const nothing = 'no configuration has been provided, try setting KUBERNETES_MASTER environment variable'

/** A way to a server that a kubeconfig leads to. */
export interface Connection {
  /** Paths in it are resolved. */
  readonly cluster: RawCluster
  readonly user: RawUser
}

/**
 * A kubeconfig that a component is to reach the API server with, or the address alone. `flag` is the one that names the
 * file.
 */
export function kubeconfig(files: Files, path: string, flag: string, address = ''): Outcome {
  const found = connectionOf(files, path, flag, address)
  return found && 'cluster' in found ? undefined : found
}

/** Where a kubeconfig leads to; undefined where an address alone is given. */
export function connectionOf(files: Files, path: string, flag: string, address = ''): Connection | Outcome {
  if (path === '') return address === '' ? gathered([nothing], flag) : undefined
  if (files.look(path).is === 'missing') return fails(`stat ${path}: no such file or directory`, flag)
  const read = readFile(files, path)
  if ('undecided' in read) return read
  const loading = (why: string) => fails(`error loading config file "${path}": ${why}`, flag)
  if ('error' in read) return loading(read.error)
  if (read.text === undefined) return { undecided: `what ${path} holds is not known` }
  const loaded = load(read.text)
  if ('refused' in loaded) return loading(loaded.refused)
  const twice = repeated(loaded)
  if (twice !== undefined) return loading(twice)
  return usable(loaded, files, path, flag, address)
}

function usable(
  config: RawKubeconfig,
  files: Files,
  path: string,
  flag: string,
  address: string,
): Connection | Outcome {
  const name = config['current-context']
  const context = config.contexts.find(it => it.name === name)?.context
  const named = config.clusters.find(it => it.name === (context?.cluster ?? ''))
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const user = withPaths(config.users.find(it => it.name === (context?.user ?? ''))?.user ?? noUser, folder, userPaths)
  const own = withPaths(named?.cluster ?? noCluster, folder, ['certificate-authority'])
  const cluster = address === '' ? own : { ...own, server: address }
  const ofCluster =
    named || address !== ''
      ? clusterProblems(cluster, context?.cluster ?? '', files)
      : { problems: ['cluster has no server defined'] }
  const ofUser = userProblems(user, context?.user ?? '', files)
  const unknown = [ofCluster, ofUser].find(it => it.undecided !== undefined)?.undecided
  const problems = [
    ...(name !== '' && !context ? [`context was not found for specified context: ${name}`] : []),
    ...ofUser.problems,
    ...ofCluster.problems,
  ]
  // That alone is told as if nothing was there.
  if (!named && address === '' && problems.length === 1) return gathered([nothing], flag)
  if (problems.length > 0) return gathered(problems, flag)
  return unknown === undefined ? { cluster, user } : { undecided: unknown }
}

/** A name that stands twice. Behind these words Go prints the whole list. */
function repeated({ clusters, users, contexts }: RawKubeconfig): string | undefined {
  const lists = [
    ['Cluster', clusters],
    ['AuthInfo', users],
    ['Context', contexts],
  ] as const
  for (const [type, list] of lists) {
    const names = list.map(({ name }) => name)
    const twice = names.find((name, index) => names.indexOf(name) < index)
    if (twice !== undefined)
      return `error converting *[]Named${type} into *map[string]*api.${type}: duplicate name "${twice}" in list`
  }
  return undefined
}

const typed = struct('', { apiVersion: text(), kind: text() })

/** Loads a text; what says nothing of itself is taken for a kubeconfig. Fields that are not known are left out. */
function load(written: string): RawKubeconfig | { readonly refused: string } {
  if (written === '') return kubeconfigType.zero()
  const object = readObjectText(written)
  if ('refused' in object) return { refused: object.refused }
  const kind = kindOf(object.node)
  if ('refused' in kind) return kind
  const { value, error } = decode(kubeconfigType, object.node)
  return error ? { refused: error.message } : value
}

function kindOf(node: JsonNode): { readonly refused: string } | Readonly<Record<never, never>> {
  const { value, error } = decode(typed, node, { ignoresCase: true })
  if (error) return { refused: `couldn't get version/kind; json parse error: ${error.message}` }
  const { kind = '', apiVersion = '' } = value
  if (apiVersion.split('/').length > 2) return { refused: `unexpected GroupVersion string: ${apiVersion}` }
  if (['', 'Config'].includes(kind) && ['', 'v1'].includes(apiVersion)) return {}
  const asked = `no kind ${goQuoted(kind || 'Config')} is registered for version ${goQuoted(apiVersion || 'v1')}`
  return { refused: `${asked} in scheme "k8s.io/client-go/tools/clientcmd/api/latest/latest.go:50"` }
}

const userPaths = ['client-certificate', 'client-key', 'tokenFile'] as const

/** Paths that are not absolute begin beside the kubeconfig. */
function withPaths<T extends object>(of: T, folder: string, names: readonly (keyof T & string)[]): T {
  const paths = names.flatMap(name => {
    const path = of[name]
    return typeof path === 'string' && path !== '' && !path.startsWith('/')
      ? [[name, joinPath(folder, path)] as const]
      : []
  })
  return { ...of, ...Object.fromEntries(paths) }
}

/** The loader gathers what is wrong with a kubeconfig. */
function gathered(words: readonly string[], flag: string): Outcome {
  const problems = words.map(it => ({ words: it, flag }))
  return { problems, isAggregate: true, before: 'invalid configuration: ' }
}
