import type { Advise } from './rule.ts'

const fields = ['verbs', 'namespaces', 'users', 'userGroups'] as const

/** Stars mean something in `resources` and at the end of `nonResourceURLs`, and nowhere else. */
export const noWildcard: Advise = ({ rules }) =>
  rules.flatMap((rule, index) =>
    fields.flatMap(field =>
      rule[field].flatMap((word, i) =>
        word.includes('*')
          ? {
              code: 'no-wildcard',
              path: ['rules', index, field, i],
              message: `A * is no wildcard in ${field}, so "${word}" matches nothing. Leave ${field} out to take all, or write the names.`,
              data: { field, word },
            }
          : [],
      ),
    ),
  )
