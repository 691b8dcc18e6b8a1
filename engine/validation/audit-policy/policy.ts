import type { Range } from '../../yaml/range.ts'

export const levels = ['None', 'Metadata', 'Request', 'RequestResponse'] as const
export type Level = (typeof levels)[number]

export const stages = ['RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic'] as const
export type Stage = (typeof stages)[number]

/** `audit.k8s.io/v1` GroupResources: some resources of one API group. */
export interface GroupResources {
  /** `''` is the core group. */
  readonly group: string
  /** Empty: everything in the group, subresources too. */
  readonly resources: readonly string[]
  readonly resourceNames: readonly string[]
}

/** `audit.k8s.io/v1` PolicyRule. An empty list asks nothing of a request. */
export interface AuditRule {
  readonly level: Level
  readonly users: readonly string[]
  readonly userGroups: readonly string[]
  readonly verbs: readonly string[]
  readonly resources: readonly GroupResources[]
  readonly namespaces: readonly string[]
  readonly nonResourceURLs: readonly string[]
  readonly omitStages: readonly Stage[]
  /** Set, even to false, it overrides the policy's. */
  readonly omitManagedFields?: boolean
  /** The rule's text in its file. */
  readonly range?: Range
}

/** `audit.k8s.io/v1` Policy. */
export interface AuditPolicy {
  readonly rules: readonly AuditRule[]
  readonly omitStages: readonly Stage[]
  readonly omitManagedFields: boolean
}
