import type { Path } from '../../yaml/range.ts'

/**
 * A warning of the API server with the place that it begins with: `spec.containers[0].ports[1]: …`. In a template the place
 * is printed with what it stands in, which is `before`.
 */
export function placedWarning(words: string, before: string): { readonly path: Path; readonly message: string } {
  const [place = ''] = /^(?:spec|metadata)(?:\.[A-Za-z]+|\[[^\]]*\])*/.exec(words) ?? []
  if (place === '') return { path: [], message: words }
  const path = [...place.matchAll(/([A-Za-z]+)|\[([^\]]*)\]/g)].map(([, name, inside = '']) => {
    if (name !== undefined) return name
    return /^\d+$/.test(inside) ? Number(inside) : inside
  })
  return { path, message: `${before}${words}` }
}
