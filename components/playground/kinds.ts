import { VERBS } from '../lesson/request-form.ts'
import { apparmorFields } from './apparmor-fields.ts'
import { rbacAsks } from './rbac-asks.ts'
import { seccompFields } from './seccomp-fields.ts'

/** One field of a question. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What may be chosen; absent: it is written. */
  readonly options?: readonly string[]
  readonly placeholder?: string
  /** What is offered beside what the text knows; anything else may be written. */
  readonly offered?: readonly string[]
  /** It takes the whole width. */
  readonly wide?: boolean
}

interface Described {
  readonly id: string
  readonly title: string
  /** As it is called in a sentence: "Your audit policy". */
  readonly name: string
  /** What the form asks for. */
  readonly question: string
  readonly hint: string
  /** How the text is coloured. */
  readonly language: 'yaml' | 'json' | 'apparmor'
  readonly fields: readonly Field[]
}

/** Verbs of requests for a path. */
const pathVerbs = ['post', 'put', 'head', 'options']
/** Verbs that only authorisation knows. */
const rightVerbs = ['impersonate', 'bind', 'escalate', 'use', 'approve', 'sign', 'proxy', '*']

const user: Field = { name: 'user', label: 'User', placeholder: 'jane', wide: true }
const groups: Field = { name: 'groups', label: 'Groups', placeholder: 'none besides the usual' }
const namespace: Field = { name: 'namespace', label: 'Namespace', placeholder: 'none' }
const access = (verbs: readonly string[]): readonly Field[] => [
  user,
  { name: 'verb', label: 'Verb', offered: [...VERBS, ...verbs] },
  { name: 'what', label: 'Resource/name', placeholder: 'secrets/db or /healthz' },
  ...[namespace, groups],
]
const levels = ['as labelled', 'privileged', 'baseline', 'restricted']

/** What the playground knows, in the order of its tabs. */
export const kinds = [
  {
    id: 'audit-policy',
    title: 'Audit policy',
    name: 'audit policy',
    question: 'Request',
    hint: 'Paste an audit policy of the API server.',
    language: 'yaml',
    fields: access(pathVerbs),
  },
  {
    id: 'seccomp',
    title: 'seccomp',
    name: 'seccomp profile',
    question: 'System call',
    hint: 'Paste a seccomp profile as the kubelet loads it: JSON.',
    language: 'json',
    fields: seccompFields,
  },
  {
    id: 'network-policy',
    title: 'NetworkPolicy',
    name: 'NetworkPolicies',
    question: 'Connection',
    hint: 'Paste NetworkPolicies. Pods and Namespaces beside them are known by name and labels.',
    language: 'yaml',
    fields: [
      { name: 'from', label: 'From', placeholder: 'shop app=web or 10.0.0.7', wide: true },
      { name: 'to', label: 'To', placeholder: 'shop/db-0 or 10.0.0.7', wide: true },
      { name: 'protocol', label: 'Protocol', options: ['TCP', 'UDP', 'SCTP'] },
      { name: 'port', label: 'Port', placeholder: '5432 or its name' },
    ],
  },
  {
    id: 'rbac',
    title: 'RBAC',
    name: 'roles and bindings',
    question: 'Request',
    hint: 'Paste Roles, ClusterRoles and their bindings.',
    language: 'yaml',
    fields: [
      { name: 'ask', label: 'Question', options: Object.values(rbacAsks), wide: true },
      ...access([...pathVerbs, ...rightVerbs]),
      { name: 'role', label: 'Role', placeholder: 'reader' },
    ],
  },
  {
    id: 'pod-security',
    title: 'Pod Security',
    name: 'Pod and Namespace',
    question: 'Admission',
    hint: 'Paste a Pod or a workload that makes Pods, with its Namespace if it has labels.',
    language: 'yaml',
    fields: [
      { name: 'enforce', label: 'Enforced level', options: levels },
      { name: 'version', label: 'Enforced version', placeholder: 'latest' },
      { name: 'warn', label: 'Warned level', options: levels },
      { name: 'warnVersion', label: 'Warned version', placeholder: 'latest' },
      { name: 'audit', label: 'Audited level', options: levels },
      { name: 'auditVersion', label: 'Audited version', placeholder: 'latest' },
    ],
  },
  {
    id: 'apparmor',
    title: 'AppArmor',
    name: 'AppArmor profile',
    question: 'Act',
    hint: 'Paste AppArmor profiles as they lie in /etc/apparmor.d.',
    language: 'apparmor',
    fields: apparmorFields,
  },
] as const satisfies readonly Described[]

export type KindId = (typeof kinds)[number]['id']

/** A kind of text that can be asked. */
export interface Kind extends Described {
  readonly id: KindId
}

/** Every page of the playground, in the order of its tabs. Falco’s is of its own form: it asks several files at once. */
export const playgroundPages: readonly Pick<Described, 'id' | 'title' | 'hint'>[] = [
  ...kinds,
  { id: 'falco', title: 'Falco', hint: 'Rules, macros and lists of Falco: which events alert, and why.' },
]

export function kindOf(id: string): Kind | undefined {
  return kinds.find(it => it.id === id)
}
