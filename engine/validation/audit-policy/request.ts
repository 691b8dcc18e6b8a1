import type { Finding, Reading } from '../../yaml/finding.ts'
import type { Path } from '../../yaml/range.ts'
import { type BuiltInResource, builtIn } from './built-in-resources.ts'
import { groupsOf } from './groups-of.ts'

/** What an audit policy sees of a request, as the API server derives it from method, URL and credentials. */
export interface AuditRequest {
  /** Null: authentication failed, so there is no user. */
  readonly user: string | null
  readonly groups: readonly string[]
  readonly verb: string
  /** `''` is the core group. */
  readonly apiGroup: string
  readonly apiVersion: string
  readonly resource: string
  readonly subresource: string
  readonly name: string
  readonly namespace: string
  readonly path: string
  readonly resourceRequest: boolean
}

const resourceVerbs = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection']
const pathVerbs = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options']
/** The keys of the shorthand: one of these, with what it acts on. */
export const requestVerbs: readonly string[] = [...new Set([...resourceVerbs, ...pathVerbs])]
/** And what may stand beside it. */
export const requestSettings = ['user', 'groups', 'in', 'group', 'version', 'subresource', 'name'] as const
const verbs = requestVerbs
const settings: readonly string[] = requestSettings

/**
 * Reads a lab author's shorthand: a map with one verb and what it acts on.
 *
 * `{ get: secrets/db, user: jane, in: prod }` · `{ list: pods, in: dev }` · `{ create: pods/web/exec, in: prod }` ·
 * `{ get: pods/log }` (a subresource of some pod) · `{ get: /healthz }`
 *
 * `in` is the namespace. `user` is by default the administrator's; `null` is a request that could not be authenticated.
 * The groups that a user always has are added to `groups`. `group` and `version` are needed for resources of one's own;
 * `name` and `subresource` say which is which where a name looks like a subresource. A create's name is left out, as the API
 * server does: it is only in the body. Findings' paths begin with `path`.
 */
export function readAuditRequest(shorthand: unknown, path: Path = []): Reading<AuditRequest> {
  const findings: Finding[] = []
  const report = (message: string, key?: string) => {
    const at = key === undefined ? path : [...path, key]
    findings.push({ code: 'bad-request', severity: 'error', path: at, message, data: {} })
  }
  if (!isMap(shorthand)) {
    report('A request is a map such as { get: secrets/db, user: jane, in: prod }. Write one.')
    return { findings }
  }
  const given = Object.keys(shorthand)
  for (const key of given)
    if (!verbs.includes(key) && !settings.includes(key))
      report(`"${key}" says nothing about a request. Use a verb (${verbs.join(', ')}) or ${settings.join(', ')}.`, key)
  const asked = given.filter(key => verbs.includes(key))
  const verb = asked[0]
  if (verb === undefined || asked.length > 1) {
    report('A request has exactly one verb. Split it, or add one, such as "get: secrets/db".')
    return { findings }
  }
  const word = (key: string): string => {
    const value = shorthand[key]
    if (value !== undefined && typeof value !== 'string') report('This must be a word. Put it in quotes.', key)
    return typeof value === 'string' ? value : ''
  }
  const who = identity(shorthand, word, report)
  const target = word(verb)
  if (target.startsWith('/')) {
    for (const key of given)
      if (['in', 'group', 'version', 'subresource', 'name'].includes(key))
        report(`A request for a path has no "${key}". Take it out.`, key)
    if (!pathVerbs.includes(verb)) report(`Nobody can ${verb} a path. Use one of ${pathVerbs.join(', ')}.`, verb)
    const value = { ...who, verb, ...nothing, path: target, resourceRequest: false }
    return findings.length > 0 ? { findings } : { value, findings }
  }
  if (!resourceVerbs.includes(verb))
    report(
      `A resource request's verb is one of ${resourceVerbs.join(', ')}; "${verb}" is for paths such as /healthz.`,
      verb,
    )

  const [resource = '', ...rest] = target.split('/')
  if (resource === '' || rest.length > 2 || rest.includes(''))
    report('This names no resource. Write it as in "secrets", "secrets/db" or "pods/web/log".', verb)
  const known = builtIn(resource, 'group' in shorthand ? word('group') : undefined)
  if (!known && !('group' in shorthand))
    report(`"${resource}" is no resource of a plain cluster. Correct it (lower case, plural), or add "group".`, verb)
  const parts = partsOf(rest, known)
  const name = 'name' in shorthand ? word('name') : parts.name
  const subresource = 'subresource' in shorthand ? word('subresource') : parts.subresource
  const apiGroup = 'group' in shorthand ? word('group') : (known?.group ?? '')
  const apiVersion = 'version' in shorthand ? word('version') : (known?.version ?? 'v1')
  const inNamespace = word('in')
  const namespace = resource === 'namespaces' && apiGroup === '' && name !== '' ? name : inNamespace

  if (known && !known.namespaced && inNamespace !== '') report(`${resource} lie in no namespace. Take "in" out.`, 'in')
  if (known?.namespaced && inNamespace === '' && !['list', 'watch'].includes(verb))
    report(`A request to ${verb} ${resource} names a namespace. Add "in".`, verb)
  if (name === '' && subresource === '' && ['get', 'update', 'patch', 'delete'].includes(verb))
    report(
      `A request to ${verb} ${resource} names one. Write "${verb}: ${resource}/<name>", or use list or deletecollection.`,
      verb,
    )
  if (name !== '' && verb === 'deletecollection')
    report('deletecollection names nothing. Use delete, or take the name out.', verb)
  if (findings.length > 0) return { findings }

  const seen = verb === 'create' && subresource === '' ? '' : name
  const url = [
    apiGroup === '' ? `/api/${apiVersion}` : `/apis/${apiGroup}/${apiVersion}`,
    inNamespace === '' ? '' : `/namespaces/${inNamespace}`,
    `/${resource}`,
    seen === '' || verb === 'list' || verb === 'watch' ? '' : `/${seen}`,
    subresource === '' ? '' : `/${subresource}`,
  ].join('')
  return {
    value: {
      ...who,
      verb,
      apiGroup,
      apiVersion,
      resource,
      subresource,
      name: seen,
      namespace,
      path: url,
      resourceRequest: true,
    },
    findings,
  }
}

const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '', namespace: '' }

/** What follows the resource: a name, a name and a subresource, or one word that this resource has as a subresource. */
function partsOf([first = '', second]: readonly string[], known: BuiltInResource | undefined) {
  if (second !== undefined) return { name: first, subresource: second }
  return known?.subresources.includes(first) ? { name: '', subresource: first } : { name: first, subresource: '' }
}

function identity(
  shorthand: Readonly<Record<string, unknown>>,
  word: (key: string) => string,
  report: (message: string, key?: string) => void,
): Pick<AuditRequest, 'user' | 'groups'> {
  const listed = shorthand.groups
  const groups = Array.isArray(listed) ? listed.filter(group => typeof group === 'string') : []
  if (listed !== undefined && (!Array.isArray(listed) || groups.length !== listed.length))
    report('This must be a list of group names. Write it as [name, …].', 'groups')
  if (shorthand.user === null) {
    if (groups.length > 0) report('A request that could not be authenticated has no groups. Take them out.', 'groups')
    return { user: null, groups: [] }
  }
  const user = 'user' in shorthand ? word('user') : 'kubernetes-admin'
  if (user === '')
    report('A user has a name. Write one, or null for a request that could not be authenticated.', 'user')
  return { user, groups: [...new Set([...groups, ...groupsOf(user)])] }
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
