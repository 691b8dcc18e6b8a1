import { requestInfo } from '../request-info.ts'
import type { Advise } from './rule.ts'

/** `nonResourceURLs` are asked about paths that are no objects only, and without the query. */
export const pathNeverSeen: Advise = ({ rules }) =>
  rules.flatMap(({ nonResourceURLs }, index) =>
    nonResourceURLs.flatMap((spec, i) => {
      const why = wrong(spec)
      if (why === undefined) return []
      return {
        code: 'path-never-seen',
        path: ['rules', index, 'nonResourceURLs', i],
        message: why,
        data: { path: spec },
      }
    }),
  )

function wrong(spec: string): string | undefined {
  if (spec.includes('?')) {
    const path = spec.slice(0, spec.indexOf('?'))
    return `"${spec}" matches nothing: a path is compared without what follows the question mark. Write ${path}.`
  }
  const start = spec.replace(/\*+$/, '')
  const { isResourceRequest, apiGroup } = requestInfo('GET', start === spec ? start : `${start}x`)
  if (!isResourceRequest) return undefined
  const { resource } = requestInfo('GET', start)
  const group = apiGroup === '' ? 'the core group' : `group ${apiGroup}`
  const remedy = resource === '' ? `Name ${group} under resources.` : `Name ${resource} of ${group} under resources.`
  return `"${spec}" takes no requests for objects: those are matched by resources only. ${remedy}`
}
