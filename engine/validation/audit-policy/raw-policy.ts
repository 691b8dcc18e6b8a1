import type { Decoded } from '../kubernetes/decode.ts'
import { anything, bool, embedded, list, pointer, struct, text } from '../kubernetes/decode-types.ts'
import { objectMeta, objectMetaFields, typeMeta } from '../kubernetes/metadata-type.ts'

const stages = list(text('v1.Stage'))

const groupResources = struct('v1.GroupResources', {
  group: text(),
  resources: list(text()),
  resourceNames: list(text()),
})

const policyRule = struct('v1.PolicyRule', {
  level: text('v1.Level'),
  users: list(text()),
  userGroups: list(text()),
  verbs: list(text()),
  resources: list(groupResources),
  namespaces: list(text()),
  nonResourceURLs: list(text()),
  omitStages: stages,
  omitManagedFields: pointer(bool),
})

/** `audit.k8s.io/v1` Policy. */
export const policyType = struct('v1.Policy', {
  ...typeMeta,
  metadata: objectMeta,
  rules: list(policyRule),
  omitStages: stages,
  omitManagedFields: bool,
})

/**
 * The internal type, which a file without apiVersion gets: it knows metadata's fields at the top and none of a policy's.
 * There is no policy in it.
 */
export const internalPolicyType = struct('audit.Policy', {
  ...typeMeta,
  ...embedded('ObjectMeta', objectMetaFields),
  Rules: list(anything, '[]audit.PolicyRule'),
  OmitStages: list(text('audit.Stage')),
  OmitManagedFields: bool,
})

/** A policy as it is decoded, before anybody asked whether its words are allowed. */
export type RawPolicy = Decoded<typeof policyType>
export type RawRule = Decoded<typeof policyRule>
