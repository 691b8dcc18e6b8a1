import type { Advise } from './rule.ts'

const nameless = ['create', 'deletecollection']

/** A create has its object's name in the body only, and a deletecollection has none: `resourceNames` never match them. */
export const nameNeverSeen: Advise = ({ rules }) =>
  rules.flatMap(({ verbs, resources }, index) => {
    const without = verbs.filter(verb => nameless.includes(verb))
    if (without.length === 0) return []
    return resources.flatMap((entry, i) => {
      const plain = entry.resources.every(spec => !spec.includes('/') && spec !== '*')
      if (entry.resourceNames.length === 0 || !plain) return []
      const isAll = without.length === verbs.length
      const first = `A ${without.join(' or ')} request carries no name`
      return {
        code: 'name-never-seen',
        path: ['rules', index, 'resources', i, 'resourceNames'],
        message: isAll
          ? `${first}, so this matches nothing. Leave resourceNames out, or name other verbs.`
          : `${first}, so this rule misses those. Give them a rule without resourceNames.`,
      }
    })
  })
