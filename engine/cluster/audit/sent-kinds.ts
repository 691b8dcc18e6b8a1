import type { JsonObject } from '../../validation/audit-policy/log/exchange.ts'
import { podType } from '../../validation/kubernetes/core/pod-type.ts'
import type { Decoded, GoType } from '../../validation/kubernetes/decode.ts'
import { encode } from '../../validation/kubernetes/encode.ts'
import { readObjectText } from '../../validation/kubernetes/read-object.ts'
import { defaultPod } from '../../validation/pod/default-pod.ts'
import { clusterRoleType, roleType } from '../../validation/rbac/types.ts'
import type { JsonNode } from '../../yaml/go/json.ts'
import { type FieldValidation, readBody } from '../api/read-body.ts'
import { base64Of } from '../base64.ts'
import * as types from './sent-types.ts'

/** Reads a body as the API server does, with its defaults, and writes it anew. Undefined: the server refuses it. */
export type ReadSent = (body: string, fieldValidation: FieldValidation) => JsonObject | undefined

interface Options<T> {
  /** Fills in defaults. */
  complete?(value: T): T
  /** Fields that Go writes even when they are empty. */
  readonly always?: JsonObject
}

function sent<T extends { readonly apiVersion: string; readonly kind: string }>(
  apiVersion: string,
  kind: string,
  type: GoType<T>,
  options: Options<T> = {},
): ReadSent {
  const { complete = it => it, always = {} } = options
  const fields = type.shape?.kind === 'struct' ? Object.keys(type.shape.fields) : []
  const order = [...new Set([...fields, ...Object.keys(always)])].filter(it => it !== 'kind' && it !== 'apiVersion')
  return (body, fieldValidation) => {
    const read = readBody(type, body, { apiVersion, kind }, fieldValidation)
    if ('answer' in read) return undefined
    const encoded = asObject(encode(type, complete(read.value)))
    const written = order.flatMap(field => {
      const value = field in encoded ? encoded[field] : always[field]
      return value === undefined ? [] : [[field, value] as const]
    })
    return { kind, apiVersion, ...Object.fromEntries(written) }
  }
}

const pod = sent('v1', 'Pod', podType, { complete: defaultPod, always: { status: {} } })
/** No containers are null, an empty list of them is one. */
const readPod: ReadSent = (body, fieldValidation) => {
  const read = pod(body, fieldValidation)
  const spec = asObject(read?.spec)
  if (!read || spec.containers !== null || !hasList(body)) return read
  return { ...read, spec: { ...spec, containers: [] } }
}

function hasList(pod: string): boolean {
  const text = readObjectText(pod)
  const member = (node: JsonNode | undefined, name: string) =>
    node?.kind === 'object' ? node.members.findLast(({ key }) => key === name)?.value : undefined
  return 'node' in text && member(member(text.node, 'spec'), 'containers')?.kind === 'array'
}

const namespace = sent('v1', 'Namespace', types.namespace, {
  complete(given) {
    const { metadata, status } = given
    const labels = new Map(metadata.labels)
    if (metadata.name !== '') labels.set('kubernetes.io/metadata.name', metadata.name)
    return { ...given, metadata: { ...metadata, labels }, status: { ...status, phase: status.phase || 'Active' } }
  },
})

const secret = sent('v1', 'Secret', types.secret, {
  complete(given) {
    const data = new Map(given.data)
    const encoder = new TextEncoder()
    for (const [key, text] of given.stringData) data.set(key, base64Of(encoder.encode(text)))
    return { ...given, data, stringData: new Map(), type: given.type || 'Opaque' }
  },
})

const deployment = sent('apps/v1', 'Deployment', types.deployment, {
  always: { status: {} },
  complete(given) {
    const { spec } = given
    const { template, strategy } = spec
    const { rollingUpdate } = strategy
    const type = strategy.type || 'RollingUpdate'
    // Links to services are the default of Pods, not of templates.
    const { enableServiceLinks } = template.spec
    const pods = { ...defaultPod({ ...podType.zero(), spec: template.spec }).spec, enableServiceLinks }
    const share = { type: 'string', value: '25%' } as const
    const rolling = {
      maxUnavailable: rollingUpdate?.maxUnavailable ?? share,
      maxSurge: rollingUpdate?.maxSurge ?? share,
    }
    return {
      ...given,
      spec: {
        ...spec,
        replicas: spec.replicas ?? 1,
        template: { ...template, spec: pods },
        strategy: { type, rollingUpdate: type === 'RollingUpdate' ? rolling : rollingUpdate },
        revisionHistoryLimit: spec.revisionHistoryLimit ?? 10,
        progressDeadlineSeconds: spec.progressDeadlineSeconds ?? 600,
      },
    }
  },
})

const plainTokenRequest = sent('authentication.k8s.io/v1', 'TokenRequest', types.tokenRequest, {
  complete(given: Decoded<typeof types.tokenRequest>) {
    return { ...given, spec: { ...given.spec, expirationSeconds: given.spec.expirationSeconds ?? 3600n } }
  },
  always: { status: { token: '', expirationTimestamp: null } },
})
const tokenRequest: ReadSent = (body, fieldValidation) => {
  const read = plainTokenRequest(body, fieldValidation)
  if (!read) return undefined
  const { audiences = null, expirationSeconds, boundObjectRef = null } = asObject(read.spec)
  return { ...read, spec: { audiences, expirationSeconds, boundObjectRef } }
}

const rbac = 'rbac.authorization.k8s.io/v1'
const access = 'authorization.k8s.io/v1'
const identity = 'authentication.k8s.io/v1'

/** `group/resource` with its subresource → how a body for it is read. */
export const sentKinds: ReadonlyMap<string, ReadSent> = new Map([
  ['/configmaps', sent('v1', 'ConfigMap', types.configMap)],
  ['/secrets', secret],
  ['/serviceaccounts', sent('v1', 'ServiceAccount', types.serviceAccount)],
  ['/serviceaccounts/token', tokenRequest],
  ['/namespaces', namespace],
  ['/namespaces/finalize', namespace],
  ['/namespaces/status', namespace],
  ['/pods', readPod],
  ['/pods/binding', sent('v1', 'Binding', types.binding)],
  ['/pods/eviction', sent('policy/v1', 'Eviction', types.eviction)],
  [
    '/events',
    sent('v1', 'Event', types.event, {
      always: {
        ...{ firstTimestamp: null, lastTimestamp: null, eventTime: null },
        ...{ reportingComponent: '', reportingInstance: '' },
      },
    }),
  ],
  ['apps/deployments', deployment],
  ['rbac.authorization.k8s.io/roles', sent(rbac, 'Role', roleType, { always: { rules: null } })],
  ['rbac.authorization.k8s.io/clusterroles', sent(rbac, 'ClusterRole', clusterRoleType, { always: { rules: null } })],
  ...(['subjectaccessreviews', 'localsubjectaccessreviews'] as const).map((resource): [string, ReadSent] => [
    `authorization.k8s.io/${resource}`,
    sent(
      access,
      resource === 'subjectaccessreviews' ? 'SubjectAccessReview' : 'LocalSubjectAccessReview',
      types.accessReview,
      { always: { status: { allowed: false } } },
    ),
  ]),
  [
    'authorization.k8s.io/selfsubjectaccessreviews',
    sent(access, 'SelfSubjectAccessReview', types.selfAccessReview, { always: { status: { allowed: false } } }),
  ],
  [
    'authentication.k8s.io/tokenreviews',
    sent(identity, 'TokenReview', types.tokenReview, { always: { status: { user: {} } } }),
  ],
  [
    'authentication.k8s.io/selfsubjectreviews',
    sent(identity, 'SelfSubjectReview', types.selfReview, { always: { status: { userInfo: {} } } }),
  ],
])

/** Options are written as the server holds them inside. */
export const deleteOptions: ReadSent = (body, fieldValidation) => {
  const read = sent('v1', 'DeleteOptions', types.deleteOptions)(body, fieldValidation)
  return read && { ...read, apiVersion: 'meta.k8s.io/__internal' }
}

function asObject(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
