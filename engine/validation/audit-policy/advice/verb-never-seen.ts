import type { AuditRule } from '../policy.ts'
import type { Advise } from './rule.ts'

const ofResources = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'proxy']
const ofPaths = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'connect', 'trace']

/** Verbs are compared as they are: for resources Kubernetes' own, for paths the HTTP method in lower case. */
export const verbNeverSeen: Advise = ({ rules }) =>
  rules.flatMap((rule, index) => {
    const known = verbsOf(rule)
    return rule.verbs.flatMap((verb, i) => {
      if (known.includes(verb) || verb.includes('*')) return []
      const meant = meantBy(verb, known)
      return {
        code: 'verb-never-seen',
        path: ['rules', index, 'verbs', i],
        message: `No request that this rule is for has the verb "${verb}". ${remedy(verb, meant, known)}`,
        data: { verb, meant },
      }
    })
  })

function verbsOf({ resources, namespaces, nonResourceURLs }: AuditRule): readonly string[] {
  if (resources.length > 0 || namespaces.length > 0) return ofResources
  return nonResourceURLs.length > 0 ? ofPaths : [...new Set([...ofResources, ...ofPaths])]
}

function meantBy(verb: string, known: readonly string[]): string | undefined {
  const lower = verb.toLowerCase()
  if (known.includes(lower)) return lower
  return known === ofResources ? { post: 'create', put: 'update' }[lower] : undefined
}

/** What stands for acts that have a verb elsewhere: in RBAC, in kubectl. */
const elsewhere: Readonly<Record<string, string>> = {
  exec: 'Name pods/exec under resources, with get and create.',
  attach: 'Name pods/attach under resources, with get and create.',
  connect: 'Name pods/exec, pods/attach or pods/portforward under resources, with get and create.',
  portforward: 'Name pods/portforward under resources, with get and create.',
  logs: 'Name pods/log under resources, with get.',
  log: 'Name pods/log under resources, with get.',
  apply: 'It is a patch, or a create where nothing is there yet.',
  edit: 'It is a patch.',
  scale: 'Name deployments/scale under resources, with update and patch.',
  impersonate: 'Who acts as another is told in the event of the request itself.',
  bind: 'It is a verb of RBAC: the request is a create, update or patch of a binding.',
  escalate: 'It is a verb of RBAC: the request is a create, update or patch of a role.',
  use: 'It is a verb of RBAC, and no request has it.',
}

function remedy(verb: string, meant: string | undefined, known: readonly string[]): string {
  if (meant) return `Write ${meant}.`
  const hint = elsewhere[verb.toLowerCase()]
  return hint !== undefined && Object.hasOwn(elsewhere, verb.toLowerCase()) ? hint : `Use one of ${known.join(', ')}.`
}
