import { inJson, notSupported } from '../../validation/kubernetes/field-error.ts'
import { at } from '../../validation/kubernetes/field-path.ts'
import { type Answer, refusal, refusalAsInvalid } from './answer.ts'
import { createNamespace } from './create-namespace.ts'
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

/**
 * What the API server (v1.35) answers; undefined where that is not told yet. So far Pods and Namespaces are made. Of
 * workloads nothing is told, though the plugin PodSecurity warns of their templates: their own defaults and validation
 * are not here yet.
 */
export function answerRequest(request: ApiRequest, store: Store): Answer | undefined {
  const { method, path, query, body, suffix, user = 'kubernetes-admin' } = request
  const [place, namespace] = places.exec(path) ?? []
  if (method !== 'POST' || place === undefined) return undefined
  const isNamespace = path === '/api/v1/namespaces'
  if (namespace === undefined && !isNamespace) {
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
  const sent = { body, suffix, fieldValidation: fieldValidationOf(query.fieldValidation) }
  return namespace === undefined ? createNamespace(sent, store) : createPod({ ...sent, namespace, user }, store)
}

/** Where Pods and Namespaces are made. */
const places = /^\/api\/v1\/(?:namespaces|pods|namespaces\/([^/]+)\/pods)$/
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
