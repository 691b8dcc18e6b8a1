import { type FieldError, invalid, required } from '../kubernetes/field-error.ts'
import type { FieldPath } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'

const pathPattern = String.raw`[A-Za-z0-9/\-._~%!$&'()*+,;=:]+`
const isPath = /^[A-Za-z0-9/\-._~%!$&'()*+,;=:]+$/

/** What the server says of a key of a user's extra fields: a domain of one's own, a slash, a path, in small letters. */
export function extraKeyErrors(key: string, here: FieldPath): readonly FieldError[] {
  const domain = key.includes('/') ? key.slice(0, key.indexOf('/')) : ''
  const isReserved = /(^|\.)(kubernetes|k8s)\.io$/.test(domain)
  const reserved = 'k8s.io, kubernetes.io and their subdomains are reserved for Kubernetes use'
  return [
    ...domainPathErrors(key, here),
    ...(key === key.toLowerCase() ? [] : [invalid(here, key, 'must be lowercase')]),
    ...(isReserved ? [invalid(here, key, reserved)] : []),
  ]
}

function domainPathErrors(key: string, here: FieldPath): readonly FieldError[] {
  if (key === '') return [required(here)]
  const slash = key.indexOf('/')
  const [domain, path] = [key.slice(0, Math.max(slash, 0)), key.slice(slash + 1)]
  if (slash < 0 || domain === '' || path === '')
    return [invalid(here, key, 'must be a domain-prefixed path (such as "acme.io/foo")')]
  return [
    ...subdomainErrors(domain).map(error => invalid(here, domain, error)),
    ...(isPath.test(path) ? [] : [invalid(here, path, `Invalid path (regex used for validation is '${pathPattern}')`)]),
  ]
}
