import { VERBS } from '../lesson/request-form.ts'

/** One field of a question. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What may be chosen; absent: it is written. */
  readonly options?: readonly string[]
  readonly placeholder?: string
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
  readonly fields: readonly Field[]
}

const access: readonly Field[] = [
  { name: 'user', label: 'User', placeholder: 'jane' },
  { name: 'groups', label: 'Groups', placeholder: 'none besides the usual' },
  { name: 'verb', label: 'Verb', options: VERBS },
  { name: 'what', label: 'Resource/name', placeholder: 'secrets/db' },
  { name: 'namespace', label: 'Namespace', placeholder: 'none' },
]

/** What the playground knows, in the order of its tabs. */
export const kinds = [
  {
    id: 'audit-policy',
    title: 'Audit policy',
    name: 'audit policy',
    question: 'Request',
    hint: 'Paste an audit policy of the API server.',
    fields: access,
  },
  {
    id: 'seccomp',
    title: 'seccomp',
    name: 'seccomp profile',
    question: 'System call',
    hint: 'Paste a seccomp profile as the kubelet loads it: JSON.',
    fields: [{ name: 'call', label: 'System call', placeholder: 'clone(0x10000000)', wide: true }],
  },
  {
    id: 'network-policy',
    title: 'NetworkPolicy',
    name: 'NetworkPolicies',
    question: 'Connection',
    hint: 'Paste NetworkPolicies. Pods and Namespaces beside them are known by name and labels.',
    fields: [
      { name: 'from', label: 'From', placeholder: 'shop app=web', wide: true },
      { name: 'to', label: 'To', placeholder: 'shop/db-0 or 10.0.0.7', wide: true },
      { name: 'protocol', label: 'Protocol', options: ['TCP', 'UDP', 'SCTP'] },
      { name: 'port', label: 'Port', placeholder: '5432' },
    ],
  },
  {
    id: 'rbac',
    title: 'RBAC',
    name: 'roles and bindings',
    question: 'Request',
    hint: 'Paste Roles, ClusterRoles and their bindings.',
    fields: access,
  },
  {
    id: 'pod-security',
    title: 'Pod Security',
    name: 'Pod and Namespace',
    question: 'Admission',
    hint: 'Paste a Pod, with its Namespace if it has labels.',
    fields: [
      { name: 'enforce', label: 'Enforced level', options: ['as labelled', 'privileged', 'baseline', 'restricted'] },
      { name: 'version', label: 'Version', placeholder: 'latest' },
    ],
  },
  {
    id: 'apparmor',
    title: 'AppArmor',
    name: 'AppArmor profile',
    question: 'Access',
    hint: 'Paste AppArmor profiles as they lie in /etc/apparmor.d.',
    fields: [
      { name: 'act', label: 'Access', options: ['read', 'write', 'append', 'map', 'lock', 'execute', 'capability'] },
      { name: 'profile', label: 'Profile', placeholder: 'the first one' },
      { name: 'target', label: 'Path or capability', placeholder: '/etc/passwd or net_admin', wide: true },
    ],
  },
] as const satisfies readonly Described[]

export type KindId = (typeof kinds)[number]['id']

/** A kind of text that can be asked. */
export interface Kind extends Described {
  readonly id: KindId
}

export function kindOf(id: string): Kind | undefined {
  return kinds.find(it => it.id === id)
}
