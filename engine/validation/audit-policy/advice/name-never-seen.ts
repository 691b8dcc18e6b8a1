import type { Advise } from './rule.ts'

/** A create has its object's name in the body only, and a deletecollection has none: `resourceNames` never match them. */
export const nameNeverSeen: Advise = ({ rules }) =>
  rules.flatMap(({ verbs, resources }, index) => {
    if (verbs.length === 0 || !verbs.every(verb => verb === 'create' || verb === 'deletecollection')) return []
    return resources.flatMap((entry, i) => {
      const plain = entry.resources.every(spec => !spec.includes('/') && spec !== '*')
      if (entry.resourceNames.length === 0 || !plain) return []
      return {
        code: 'name-never-seen',
        path: ['rules', index, 'resources', i, 'resourceNames'],
        message: `A ${verbs.join(' or ')} request carries no name, so this matches nothing. Leave resourceNames out, or name other verbs.`,
      }
    })
  })
