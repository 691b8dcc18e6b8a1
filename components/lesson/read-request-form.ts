import { builtIn } from '#engine/validation/audit-policy/built-in-resources.ts'
import { type AuditRequest, readAuditRequest } from '#engine/validation/audit-policy/request.ts'
import type { RequestForm } from './request-form.ts'

const ONE_OBJECT = ['get', 'update', 'patch', 'delete']
const ALL_NAMESPACES = ['list', 'watch']

/** The request as the API server would see it, or a sentence on what to put right in the form. */
export function readRequestForm({ verb, what, user, namespace }: RequestForm): AuditRequest | string {
  const [resource = '', name] = what.split('/')
  const isPath = what.startsWith('/')
  const known = builtIn(resource)
  if (!isPath && known?.resource !== resource)
    return 'Write a resource in lower case and plural, such as secrets/db, or a path such as /healthz.'
  if (user === '') return 'Write a user’s name.'
  if (isPath && namespace !== '') return 'A path lies in no namespace. Leave the namespace empty.'
  if (known && !known.namespaced && namespace !== '') return `${resource} lie in no namespace. Leave it empty.`
  if (known?.namespaced && namespace === '' && !ALL_NAMESPACES.includes(verb))
    return `${resource} lie in a namespace. Only list and watch may leave it empty: all namespaces.`
  if (known && !name && ONE_OBJECT.includes(verb)) return `Which one? Write ${resource}/ and a name, or choose list.`
  const { value, findings } = readAuditRequest({ [verb]: what, user, ...(namespace && { in: namespace }) })
  return value ?? findings[0]?.message ?? 'This request cannot be read.'
}
