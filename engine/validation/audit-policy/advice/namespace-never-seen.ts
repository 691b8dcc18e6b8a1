import { builtIn } from '../built-in-resources.ts'
import type { Advise } from './rule.ts'

/** What lies in no namespace is asked for without one; a Namespace counts as lying in itself. */
export const namespaceNeverSeen: Advise = ({ rules }) =>
  rules.flatMap(({ namespaces, resources }, index) => {
    if (namespaces.length === 0 || namespaces.includes('')) return []
    return resources.flatMap((entry, i) =>
      entry.resources.flatMap((spec, j) => {
        const known = builtIn(spec.split('/')[0] ?? '', entry.group)
        if (!known || known.namespaced || (known.resource === 'namespaces' && known.group === '')) return []
        return {
          code: 'namespace-never-seen',
          path: ['rules', index, 'resources', i, 'resources', j],
          message: `${known.resource} lie in no namespace, so a rule for some namespaces never matches them. Take namespaces out, or add "" to them.`,
          data: { resource: spec },
        }
      }),
    )
  })
