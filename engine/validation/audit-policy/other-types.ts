import { anything, int32, list, map, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { microTime } from '../kubernetes/decode-values.ts'
import { listMeta, typeMeta } from '../kubernetes/metadata-type.ts'
import { policyType } from './raw-policy.ts'

const userInfo = struct('v1.UserInfo', {
  username: text(),
  uid: text(),
  groups: list(text()),
  extra: map(list(text(), 'v1.ExtraValue')),
})

const objectReference = struct('v1.ObjectReference', {
  resource: text(),
  namespace: text(),
  name: text(),
  uid: text('types.UID'),
  apiGroup: text(),
  apiVersion: text(),
  resourceVersion: text(),
  subresource: text(),
})

const status = struct('v1.Status', {
  ...typeMeta,
  metadata: listMeta,
  status: text(),
  message: text(),
  reason: text('v1.StatusReason'),
  details: anything,
  code: int32,
})

const event = struct('v1.Event', {
  ...typeMeta,
  level: text('v1.Level'),
  auditID: text('types.UID'),
  stage: text('v1.Stage'),
  requestURI: text(),
  verb: text(),
  user: userInfo,
  impersonatedUser: pointer(userInfo),
  authenticationMetadata: pointer(struct('v1.AuthenticationMetadata', { impersonationConstraint: text() })),
  sourceIPs: list(text()),
  userAgent: text(),
  objectRef: pointer(objectReference),
  responseStatus: pointer(status),
  requestObject: anything,
  responseObject: anything,
  requestReceivedTimestamp: microTime,
  stageTimestamp: microTime,
  annotations: map(text()),
})

/** The kinds of `audit.k8s.io/v1` that are no policy. The API server decodes them, and then cannot use them. */
export const otherTypes = {
  Event: event,
  EventList: struct('v1.EventList', { ...typeMeta, metadata: listMeta, items: list(event) }),
  PolicyList: struct('v1.PolicyList', { ...typeMeta, metadata: listMeta, items: list(policyType) }),
} as const

export type OtherKind = keyof typeof otherTypes
