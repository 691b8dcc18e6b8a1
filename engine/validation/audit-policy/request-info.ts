import { parseLabelSelector } from '../kubernetes/parse-selector.ts'
import { asSent, decoded, queryOf } from './request-uri.ts'

/** What the API server takes a request for, from its method and URL alone: authorisation and audit go by this. */
export interface RequestInfo {
  readonly isResourceRequest: boolean
  readonly path: string
  readonly verb: string
  readonly apiPrefix: string
  readonly apiGroup: string
  readonly apiVersion: string
  readonly namespace: string
  readonly resource: string
  readonly subresource: string
  readonly name: string
  readonly fieldSelector: string
  readonly labelSelector: string
  /** The path from the resource on; undefined where it did not come so far. */
  readonly parts?: readonly string[]
  /** It stays open: a watch, a shell, a log. Such a request has the audit stage ResponseStarted. */
  readonly longRunning: boolean
  /** Why the request is refused, in the API server's words. */
  readonly error?: string
}

const verbs: Readonly<Record<string, string>> = {
  POST: 'create',
  GET: 'get',
  HEAD: 'get',
  PUT: 'update',
  PATCH: 'patch',
  DELETE: 'delete',
}
/** Verbs that once stood in the path, before the resource. */
const inPath = ['proxy', 'watch']
/** What belongs to a namespace itself; anything else behind its name is a resource in it. */
const ofNamespaces = ['status', 'finalize']
const manyObjects = ['list', 'watch', 'deletecollection']
const openSubresources = ['attach', 'exec', 'proxy', 'log', 'portforward']

/** Reads method and URI (path and query) of a request as kube-apiserver v1.35 does. */
export function requestInfo(method: string, uri: string): RequestInfo {
  const [rawPath = '', ...rest] = uri.split('?')
  const path = decoded(rawPath, false) ?? rawPath
  const query = queryOf(rest.join('?'))
  const nothing = {
    apiPrefix: '',
    apiGroup: '',
    apiVersion: '',
    namespace: '',
    resource: '',
    subresource: '',
    name: '',
  }
  const info = { ...nothing, fieldSelector: '', labelSelector: '', path, verb: method.toLowerCase() }
  const other = { ...info, isResourceRequest: false, longRunning: path.startsWith('/debug/pprof/') }

  const [apiPrefix = '', ...below] = path.replace(/^\/+|\/+$/g, '').split('/')
  const isCore = apiPrefix === 'api'
  if (below.length < 2 || (!isCore && apiPrefix !== 'apis')) return other
  if (!isCore && below.length < 3) return { ...other, apiPrefix }
  const [apiGroup, apiVersion = '', first = '', ...more] = isCore ? ['', ...below] : below
  const place = { apiPrefix, apiGroup: apiGroup ?? '', apiVersion }
  const special = inPath.includes(first)
  if (special && more.length === 0) {
    const error = `unable to determine kind and namespace from url, ${asSent(uri)}`
    return { ...info, ...place, isResourceRequest: true, longRunning: false, error }
  }

  const verb = special ? first : (verbs[method] ?? '')
  const { namespace, parts } = placed(special ? more : [first, ...more])
  const [resource = '', name = '', third = ''] = parts
  const subresource = verb === 'proxy' ? '' : third
  const asked = { verb, name }
  if (name === '' && verb === 'get') Object.assign(asked, listed(query))
  if (name === '' && verb === 'delete') asked.verb = 'deletecollection'
  // Watching by path never took selectors.
  const selects = !special && manyObjects.includes(asked.verb)
  return {
    ...{ ...info, ...place, ...asked, namespace, resource, subresource, parts, isResourceRequest: true },
    fieldSelector: (selects && query.get('fieldSelector')) || '',
    labelSelector: (selects && query.get('labelSelector')) || '',
    longRunning: inPath.includes(asked.verb) || openSubresources.includes(subresource),
  }
}

function placed(parts: readonly string[]): { readonly namespace: string; readonly parts: readonly string[] } {
  const [kind, namespace = '', inside] = parts
  if (kind !== 'namespaces') return { namespace: '', parts }
  const isResource = inside !== undefined && !ofNamespaces.includes(inside)
  return { namespace, parts: isResource ? parts.slice(2) : parts }
}

/** A request for many objects: watched or listed, and of one name where its field selector says so. */
function listed(query: ReadonlyMap<string, string>): { readonly verb: string; readonly name: string } {
  const watch = query.get('watch')
  const verb = watch === undefined || /^(?:false|0)$/i.test(watch) ? 'list' : 'watch'
  const name = readsWhole(query) ? nameIn(query.get('fieldSelector') ?? '') : ''
  const isName = name !== '.' && name !== '..' && !/[/%]/.test(name)
  return { verb, name: isName ? name : '' }
}

/** Where one parameter cannot be read, none of them counts. */
function readsWhole(query: ReadonlyMap<string, string>): boolean {
  const numbers = ['limit', 'timeoutSeconds'].map(key => query.get(key) ?? '')
  return (
    numbers.every(it => /^(?:[-+]?\d+)?$/.test(it)) &&
    terms(query.get('fieldSelector') ?? '') !== undefined &&
    !('error' in parseLabelSelector(query.get('labelSelector') ?? ''))
  )
}

function nameIn(selector: string): string {
  return terms(selector)?.find(({ field, operator }) => field === 'metadata.name' && operator !== '!=')?.value ?? ''
}

interface Term {
  readonly field: string
  readonly operator: string
  readonly value: string
}

/** The terms of a field selector, between commas; undefined where one is none. A backslash takes its meaning from `,`, `=` and itself. */
function terms(selector: string): readonly Term[] | undefined {
  const found: Term[] = []
  for (const [text] of selector.matchAll(/(?:\\[\s\S]|[^,\\])+/g)) {
    const term = /^((?:\\[\s\S]|[^=!\\]|!(?!=))*)(!=|==|=)([\s\S]*)$/.exec(text)
    const value = term?.[3] ?? ''
    if (!term || /(?<!\\)(?:\\\\)*=/.test(value)) return undefined
    found.push({ field: term[1] ?? '', operator: term[2] ?? '', value: value.replace(/\\([\\,=])/g, '$1') })
  }
  return found
}
