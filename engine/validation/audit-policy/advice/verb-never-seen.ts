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
        message: `No request that this rule is for has the verb "${verb}". ${meant ? `Write ${meant}.` : `Use one of ${known.join(', ')}.`}`,
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
