import type { AuditRequest } from '#engine/validation/audit-policy/request.ts'
import { readRequestForm } from '../../lesson/read-request-form.ts'
import type { Form } from '../playground.ts'

/** The request of a form, or a sentence on what to put right. Groups that a user always has are added to those written. */
export function requestOf({ user = '', groups = '', verb = 'get', what = '', namespace = '' }: Form) {
  const form = { user: user.trim(), verb, what: what.trim(), namespace: namespace.trim() }
  if (form.what === '') return 'Write what is asked for: a resource such as secrets/db, or a path such as /healthz.'
  const request = readRequestForm(form)
  if (typeof request === 'string') return request
  const own = groups.split(/[\s,]+/).filter(it => it !== '')
  return { ...request, groups: [...new Set([...own, ...request.groups])] } satisfies AuditRequest
}
