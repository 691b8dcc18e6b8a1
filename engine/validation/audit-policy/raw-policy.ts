import type { Path } from '../../yaml/range.ts'
import type { At, Fields, GoDecoder } from './go-decode.ts'

/** A policy as it is decoded, before anybody asked whether its words are allowed. */
export interface RawPolicy {
  readonly omitStages: readonly string[]
  readonly omitManagedFields: boolean
  readonly rules: readonly RawRule[]
}

export interface RawRule {
  readonly path: Path
  readonly level: string
  readonly users: readonly string[]
  readonly userGroups: readonly string[]
  readonly verbs: readonly string[]
  readonly resources: readonly RawGroupResources[]
  readonly namespaces: readonly string[]
  readonly nonResourceURLs: readonly string[]
  readonly omitStages: readonly string[]
  readonly omitManagedFields: boolean | undefined
}

export interface RawGroupResources {
  readonly path: Path
  readonly group: string
  readonly resources: readonly string[]
  readonly resourceNames: readonly string[]
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Decodes `audit.k8s.io/v1` Policy. Findings gather in the decoder. */
export function decodePolicy(decoder: GoDecoder, value: unknown): RawPolicy {
  const rules: RawRule[] = []
  const policy: Mutable<RawPolicy> = { omitStages: [], omitManagedFields: false, rules }
  decoder.struct(value, { path: [], owner: 'Policy', trail: '' }, 'Policy', 'v1.Policy', {
    apiVersion: () => {},
    kind: () => {},
    metadata: (value, at) => decoder.struct(value, at, 'ObjectMeta', 'v1.ObjectMeta', metadataFields(decoder)),
    rules: (value, at) => {
      rules.length = 0
      decoder.list(value, at, 'v1.PolicyRule', (item, at) => rules.push(decodeRule(decoder, item, at)))
    },
    omitStages: (value, at) => {
      policy.omitStages = decoder.strings(value, at, 'v1.Stage')
    },
    omitManagedFields: (value, at) => {
      policy.omitManagedFields = decoder.boolean(value, at) ?? false
    },
  })
  return policy
}

function decodeRule(decoder: GoDecoder, value: unknown, at: At): RawRule {
  const resources: RawGroupResources[] = []
  const rule: Mutable<RawRule> = {
    path: at.path,
    level: '',
    users: [],
    userGroups: [],
    verbs: [],
    resources,
    namespaces: [],
    nonResourceURLs: [],
    omitStages: [],
    omitManagedFields: undefined,
  }
  const strings =
    (field: 'users' | 'userGroups' | 'verbs' | 'namespaces' | 'nonResourceURLs' | 'omitStages', type = 'string') =>
    (value: unknown, at: At) => {
      rule[field] = decoder.strings(value, at, type)
    }
  decoder.struct(value, at, 'PolicyRule', 'v1.PolicyRule', {
    level: (value, at) => {
      rule.level = decoder.string(value, at, 'v1.Level')
    },
    users: strings('users'),
    userGroups: strings('userGroups'),
    verbs: strings('verbs'),
    resources: (value, at) =>
      decoder.list(value, at, 'v1.GroupResources', (item, at) => resources.push(decodeResources(decoder, item, at))),
    namespaces: strings('namespaces'),
    nonResourceURLs: strings('nonResourceURLs'),
    omitStages: strings('omitStages', 'v1.Stage'),
    omitManagedFields: (value, at) => {
      rule.omitManagedFields = decoder.boolean(value, at)
    },
  })
  return rule
}

function decodeResources(decoder: GoDecoder, value: unknown, at: At): RawGroupResources {
  const entry: Mutable<RawGroupResources> = { path: at.path, group: '', resources: [], resourceNames: [] }
  decoder.struct(value, at, 'GroupResources', 'v1.GroupResources', {
    group: (value, at) => {
      entry.group = decoder.string(value, at)
    },
    resources: (value, at) => {
      entry.resources = decoder.strings(value, at)
    },
    resourceNames: (value, at) => {
      entry.resourceNames = decoder.strings(value, at)
    },
  })
  return entry
}

/**
 * Decodes the internal type, which a file without apiVersion gets: it knows metadata's fields at the top and none of a
 * policy's. There is no policy in it.
 */
export function decodeInternal(decoder: GoDecoder, value: unknown): undefined {
  const unread = () => {}
  decoder.struct(value, { path: [], owner: 'Policy', trail: 'ObjectMeta' }, 'Policy', 'audit.Policy', {
    apiVersion: unread,
    kind: unread,
    ...metadataFields(decoder),
    Rules: unread,
    OmitStages: unread,
    OmitManagedFields: unread,
  })
}

/** The fields of ObjectMeta, which say nothing to an audit policy. Only their names and the commoner types are looked at. */
function metadataFields(decoder: GoDecoder): Fields {
  const string = (value: unknown, at: At) => void decoder.string(value, at)
  const stringMap = (value: unknown, at: At) => decoder.stringMap(value, at)
  const unread = () => {}
  return {
    name: string,
    generateName: string,
    namespace: string,
    selfLink: string,
    uid: (value, at) => void decoder.string(value, at, 'types.UID'),
    resourceVersion: string,
    generation: unread,
    creationTimestamp: unread,
    deletionTimestamp: unread,
    deletionGracePeriodSeconds: unread,
    labels: stringMap,
    annotations: stringMap,
    ownerReferences: unread,
    finalizers: (value, at) => void decoder.strings(value, at),
    managedFields: unread,
  }
}
