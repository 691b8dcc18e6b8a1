import { inJson, notSupported } from '../../validation/kubernetes/field-error.ts'
import { at } from '../../validation/kubernetes/field-path.ts'
import { type Answer, refusal, refusalAsInvalid } from './answer.ts'
import { createPod } from './create-pod.ts'
import type { FieldValidation } from './read-body.ts'
import type { Store } from './store.ts'

/** A request as it comes in, from somebody who may do everything: who may do what is not asked here. */
export interface ApiRequest {
  readonly method: string
  /** Without the query. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** `application/json` where nothing is said. */
  readonly contentType?: string
  readonly body: string
  /** Five letters that generated names end in. */
  readonly suffix: string
  /** Who asks; the administrator of a cluster that kubeadm made, where nothing is said. */
  readonly user?: string
}

/** What the API server (v1.35) answers; undefined where that is not told yet. So far Pods are made. */
export function answerRequest(request: ApiRequest, store: Store): Answer | undefined {
  const { method, path, query, body, suffix, user = 'kubernetes-admin' } = request
  const [, namespace] = /^\/api\/v1(?:\/namespaces\/([^/]+))?\/pods$/.exec(path) ?? []
  if (method !== 'POST' || !/^\/api\/v1\/(?:namespaces\/[^/]+\/)?pods$/.test(path)) return undefined
  if (namespace === undefined) {
    const words = 'the server does not allow this method on the requested resource'
    return refusal(405, words, 'MethodNotAllowed', {})
  }
  const media = (request.contentType ?? 'application/json').split(';')[0]?.trim()
  if (!media || !mediaTypes.includes(media)) {
    const words = `the body of the request was in an unknown format - accepted media types include: ${mediaTypes.join(', ')}`
    return refusal(415, words, 'UnsupportedMediaType')
  }
  const options = optionErrors(query)
  if (options.length > 0) return refusalAsInvalid(createOptions, '', options)
  const fieldValidation = fieldValidationOf(query.fieldValidation)
  return createPod({ namespace, body, suffix, user, fieldValidation }, store)
}

const mediaTypes = ['application/json', 'application/yaml', 'application/vnd.kubernetes.protobuf']
const createOptions = { apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' }

function optionErrors({ dryRun, fieldValidation = '' }: ApiRequest['query']) {
  const isWhole = ['', 'Ignore', 'Strict', 'Warn'].includes(fieldValidation)
  return [
    ...(dryRun === undefined || dryRun === 'All' ? [] : [notSupported(at('dryRun'), inJson([dryRun]), ['All'])]),
    ...(isWhole ? [] : [notSupported(at('fieldValidation'), fieldValidation, ['', 'Ignore', 'Strict', 'Warn'])]),
  ]
}

function fieldValidationOf(asked: string | undefined): FieldValidation {
  return asked === 'Strict' || asked === 'Ignore' ? asked : 'Warn'
}
