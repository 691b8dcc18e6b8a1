import { type BuiltInResource, builtIn } from '#engine/validation/audit-policy/built-in-resources.ts'
import { groupsOf } from '#engine/validation/audit-policy/groups-of.ts'
import type { AuditRequest } from '#engine/validation/audit-policy/request.ts'
import type { Form } from '../playground.ts'

type Target = Pick<AuditRequest, 'apiGroup' | 'apiVersion' | 'resource' | 'subresource' | 'name'>

/** Things that only roles know: nothing is stored under these names. */
const virtual: Readonly<Record<string, string>> = {
  ...{ users: '', groups: '', uids: 'authentication.k8s.io', userextras: 'authentication.k8s.io' },
  ...{ signers: 'certificates.k8s.io' },
}
const everywhere = ['list', 'watch', 'deletecollection']
const ofOne = ['get', 'update', 'patch', 'delete']

/** The request of a form, any verb of it, or a sentence on what to put right. Groups that a user always has are added. */
export function requestOf({ user: written = '', groups = '', ...form }: Form): AuditRequest | string {
  const user = written.trim()
  const seen = actionOf(form)
  if (typeof seen === 'string') return seen
  if (user === '') return 'Write a user’s name.'
  return { user, groups: [...new Set([...wordsOf(groups), ...groupsOf(user)])], ...seen }
}

/** What is to be done, without who does it. */
export function actionOf({ verb: writtenVerb = 'get', what: written = '', namespace: writtenNamespace = '' }: Form) {
  const [verb, what, namespace] = [writtenVerb.trim(), written.trim(), writtenNamespace.trim()]
  if (what === '') return 'Write what is asked for: a resource such as secrets/db, or a path such as /healthz.'
  if (!/^(?:\*|[a-z]+)$/.test(verb)) return 'Write a verb in small letters, such as get or impersonate.'
  if (what.startsWith('/')) {
    if (namespace !== '') return 'A path lies in no namespace. Leave the namespace empty.'
    const nothing = { apiGroup: '', apiVersion: '', resource: '', subresource: '', name: '' }
    return { ...nothing, verb, namespace, path: what, resourceRequest: false } as const
  }
  const [target, known] = targetOf(what)
  if (typeof target === 'string') return target
  const { apiGroup, apiVersion, resource, subresource, name } = target
  if (known && !known.namespaced && namespace !== '') return `${resource} lie in no namespace. Leave it empty.`
  if (known?.namespaced && namespace === '' && !everywhere.includes(verb))
    return `${resource} lie in a namespace. Only list, watch and deletecollection may leave it empty: all namespaces.`
  if (known && name === '' && subresource === '' && ofOne.includes(verb))
    return `Which one? Write ${resource}/ and a name, or choose list.`
  // A create’s name is only in the body.
  const asked = verb === 'create' && subresource === '' ? '' : name
  const path = [
    apiGroup === '' ? `/api/${apiVersion}` : `/apis/${apiGroup}/${apiVersion}`,
    ...(namespace === '' ? [] : ['namespaces', namespace]),
    ...[resource, asked, subresource].filter(it => it !== ''),
  ].join('/')
  // A namespace itself lies in itself.
  const within = resource === 'namespaces' && apiGroup === '' ? name : namespace
  return { ...target, name: asked, verb, namespace: within, path, resourceRequest: true } as const
}

/** `pods/web-0/exec`, `pods/log`, `deployments.apps/web`, `things.example.com`: what they name, and what is known of it. */
function targetOf(what: string): readonly [Target | string, (BuiltInResource | undefined)?] {
  const [first = '', ...rest] = what.split('/')
  if (!/^[a-z*][a-z0-9.*-]*$/.test(first) || rest.length > 2 || rest.includes(''))
    return ['Write a resource in lower case and plural, such as secrets/db, or a path such as /healthz.']
  const dot = first.indexOf('.')
  const resource = dot < 0 ? first : first.slice(0, dot)
  const group = dot < 0 ? virtual[first] : first.slice(dot + 1)
  const known = builtIn(resource, group)
  if (!known && group === undefined)
    return [`No resource of a plain cluster is called ${resource}. Write its group behind it: ${resource}.example.com.`]
  const [one = '', two] = rest
  const isSub = two === undefined && (known?.subresources.includes(one) ?? resource === 'userextras')
  const [name, subresource] = two === undefined ? (isSub ? ['', one] : [one, '']) : [one, two]
  const place = { apiGroup: known?.group ?? group ?? '', apiVersion: known?.version ?? 'v1' }
  return [{ ...place, resource, name, subresource }, known]
}

/** `a, b c` → words. */
export function wordsOf(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter(it => it !== '')
}
