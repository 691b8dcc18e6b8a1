import { podSpec } from '../../validation/kubernetes/core/pod-type.ts'
import {
  anything,
  bool,
  int32,
  int64,
  list,
  map,
  pointer,
  struct,
  text,
} from '../../validation/kubernetes/decode-types.ts'
import { bytes, intOrString, microTime, time } from '../../validation/kubernetes/decode-values.ts'
import { labelSelector } from '../../validation/kubernetes/label-selector-type.ts'
import { objectMeta, typeMeta } from '../../validation/kubernetes/metadata-type.ts'

/** What objects hold that are sent to the API server and whose kinds nothing else reads, by their Go types. */
const object = { ...typeMeta, metadata: objectMeta }
const reference = struct('v1.ObjectReference', {
  kind: text(),
  namespace: text(),
  name: text(),
  uid: text('types.UID'),
  apiVersion: text(),
  resourceVersion: text(),
  fieldPath: text(),
})
const localReference = struct('v1.LocalObjectReference', { name: text() })

export const configMap = struct('v1.ConfigMap', {
  ...object,
  immutable: pointer(bool),
  data: map(text()),
  binaryData: map(bytes),
})

export const secret = struct('v1.Secret', {
  ...object,
  immutable: pointer(bool),
  data: map(bytes),
  stringData: map(text()),
  type: text('v1.SecretType'),
})

export const serviceAccount = struct('v1.ServiceAccount', {
  ...object,
  secrets: list(reference),
  imagePullSecrets: list(localReference),
  automountServiceAccountToken: pointer(bool),
})

export const namespace = struct('v1.Namespace', {
  ...object,
  spec: struct('v1.NamespaceSpec', { finalizers: list(text('v1.FinalizerName')) }),
  status: struct('v1.NamespaceStatus', { phase: text('v1.NamespacePhase'), conditions: list(anything) }),
})

export const binding = struct('v1.Binding', { ...object, target: reference })

const deleteOptionsFields = {
  gracePeriodSeconds: pointer(int64),
  preconditions: pointer(
    struct('v1.Preconditions', { uid: pointer(text('types.UID')), resourceVersion: pointer(text()) }),
  ),
  orphanDependents: pointer(bool),
  propagationPolicy: pointer(text('v1.DeletionPropagation')),
  dryRun: list(text()),
  ignoreStoreReadErrorWithClusterBreakingPotential: pointer(bool),
}
export const deleteOptions = struct('v1.DeleteOptions', { ...typeMeta, ...deleteOptionsFields })
export const eviction = struct('v1.Eviction', { ...object, deleteOptions: pointer(deleteOptions) })

const attributes = struct('v1.ResourceAttributes', {
  ...{ namespace: text(), verb: text(), group: text(), version: text() },
  ...{ resource: text(), subresource: text(), name: text() },
  ...{ fieldSelector: anything, labelSelector: anything },
})
const access = {
  resourceAttributes: pointer(attributes),
  nonResourceAttributes: pointer(struct('v1.NonResourceAttributes', { path: text(), verb: text() })),
}
export const accessReview = struct('v1.SubjectAccessReview', {
  ...object,
  spec: struct('v1.SubjectAccessReviewSpec', {
    ...access,
    user: text(),
    groups: list(text()),
    extra: map(list(text(), 'v1.ExtraValue')),
    uid: text(),
  }),
})
export const selfAccessReview = struct('v1.SelfSubjectAccessReview', {
  ...object,
  spec: struct('v1.SelfSubjectAccessReviewSpec', access),
})
export const tokenReview = struct('v1.TokenReview', {
  ...object,
  spec: struct('v1.TokenReviewSpec', { token: text(), audiences: list(text()) }),
})
export const selfReview = struct('v1.SelfSubjectReview', object)
export const tokenRequest = struct('v1.TokenRequest', {
  ...object,
  spec: struct('v1.TokenRequestSpec', {
    audiences: list(text()),
    expirationSeconds: pointer(int64),
    boundObjectRef: pointer(
      struct('v1.BoundObjectReference', { kind: text(), apiVersion: text(), name: text(), uid: text('types.UID') }),
    ),
  }),
})

export const event = struct('v1.Event', {
  ...object,
  involvedObject: reference,
  reason: text(),
  message: text(),
  source: struct('v1.EventSource', { component: text(), host: text() }),
  firstTimestamp: time,
  lastTimestamp: time,
  count: int32,
  type: text(),
  eventTime: microTime,
  series: pointer(struct('v1.EventSeries', { count: int32, lastObservedTime: microTime })),
  action: text(),
  related: pointer(reference),
  reportingComponent: text(),
  reportingInstance: text(),
})

export const deployment = struct('v1.Deployment', {
  ...object,
  spec: struct('v1.DeploymentSpec', {
    replicas: pointer(int32),
    selector: pointer(labelSelector),
    template: struct('v1.PodTemplateSpec', { metadata: objectMeta, spec: podSpec }),
    strategy: struct('v1.DeploymentStrategy', {
      type: text('v1.DeploymentStrategyType'),
      rollingUpdate: pointer(
        struct('v1.RollingUpdateDeployment', { maxUnavailable: pointer(intOrString), maxSurge: pointer(intOrString) }),
      ),
    }),
    minReadySeconds: int32,
    revisionHistoryLimit: pointer(int32),
    paused: bool,
    progressDeadlineSeconds: pointer(int32),
  }),
  status: anything,
})
