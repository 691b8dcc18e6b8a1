import { goQuoted } from '../../yaml/go/go-quoted.ts'
import type { AccessRequest } from './objects.ts'

/**
 * The message of the 403 that the API server answers with when nobody allows a request. `reason` is what the authorisers
 * say; mostly there is none. The signs of HTML in it are escaped, as the API server does.
 */
export function forbiddenMessage(request: AccessRequest, reason = ''): string {
  const { user, verb, apiGroup, resource, subresource, name, namespace, path, resourceRequest } = request
  const who = `User ${goQuoted(user)} cannot ${verb}`
  const what = subresource === '' ? resource : `${resource}/${subresource}`
  const where = namespace === '' ? 'at the cluster scope' : `in the namespace ${goQuoted(namespace)}`
  const words = resourceRequest
    ? `${who} resource ${goQuoted(what)} in API group ${goQuoted(apiGroup)} ${where}`
    : `${who} path ${goQuoted(path)}`
  const why = [escaped(words), ...(reason === '' ? [] : [reason])].join(': ')
  if (!resourceRequest) return `forbidden: ${why}`
  return `${qualified(resource, apiGroup)}${name === '' ? '' : ` ${goQuoted(name)}`} is forbidden: ${why}`
}

/** `deployments.apps`; of the core group `pods`. */
export function qualified(resource: string, apiGroup: string): string {
  return apiGroup === '' ? resource : `${resource}.${apiGroup}`
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
