import type { Sent } from '../../validation/audit-policy/log/exchange.ts'
import { requestInfo } from '../../validation/audit-policy/request-info.ts'
import type { FieldValidation } from '../api/read-body.ts'
import { deleteOptions, sentKinds } from './sent-kinds.ts'

/** A request with a body. */
export interface Submission {
  readonly method: string
  /** Path and query. */
  readonly uri: string
  /** `application/json` where nothing is said. */
  readonly contentType?: string
  readonly body: string
}

/** These carry streams: nobody reads their bodies as an object. */
const streams = ['attach', 'exec', 'portforward', 'proxy']
const patches = ['json-patch+json', 'merge-patch+json', 'strategic-merge-patch+json', 'apply-patch+yaml']
const objects = ['json', 'yaml']

/**
 * What the API server reads from a body once the request is allowed. Undefined: nothing, because the body is refused or
 * not asked for. `undecided` names a resource whose objects are not known here.
 */
export function readSent({
  method,
  uri,
  contentType,
  body,
}: Submission): Sent | { readonly undecided: string } | undefined {
  const { isResourceRequest, verb, apiGroup, resource, subresource } = requestInfo(method, uri)
  if (!isResourceRequest || body === '' || streams.includes(subresource)) return undefined
  const media = (contentType ?? 'application/json').split(';')[0]?.trim().replace('application/', '') ?? ''
  if (verb === 'patch') return patches.includes(media) ? { patch: body } : undefined
  if (!objects.includes(media)) return undefined
  if (verb === 'delete' || verb === 'deletecollection') return read(deleteOptions(body, 'Ignore'))
  if (verb !== 'create' && verb !== 'update') return undefined
  const name = subresource === '' ? resource : `${resource}/${subresource}`
  const reader = sentKinds.get(`${apiGroup}/${name}`)
  if (!reader)
    return { undecided: `What is sent to ${name} is not read here. Give the object as the server decodes it.` }
  return read(reader(body, fieldValidationOf(uri)))
}

function read(object: { readonly [field: string]: unknown } | undefined): Sent | undefined {
  return object && { object }
}

function fieldValidationOf(uri: string): FieldValidation {
  return /[?&]fieldValidation=Strict(?:&|$)/.test(uri) ? 'Strict' : 'Ignore'
}
