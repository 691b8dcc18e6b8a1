/** What a role grants: each verb on each resource, or on each path. Kubernetes adds rules up; none takes away. */
export interface PolicyRule {
  readonly verbs: readonly string[]
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly resourceNames: readonly string[]
  readonly nonResourceURLs: readonly string[]
}

export interface Role {
  readonly kind: 'Role' | 'ClusterRole'
  readonly name: string
  /** `''` of a ClusterRole. */
  readonly namespace: string
  readonly rules: readonly PolicyRule[]
}

export interface Subject {
  readonly kind: string
  readonly name: string
  /** `''` when it names none: then it is the binding's. */
  readonly namespace: string
}

export interface RoleRef {
  readonly kind: string
  readonly name: string
}

export interface Binding {
  readonly kind: 'RoleBinding' | 'ClusterRoleBinding'
  readonly name: string
  /** `''` of a ClusterRoleBinding. */
  readonly namespace: string
  readonly roleRef: RoleRef
  readonly subjects: readonly Subject[]
}

/** Everything that the authoriser looks at. Bindings are asked in their order. */
export interface RbacObjects {
  readonly roles: readonly Role[]
  readonly bindings: readonly Binding[]
}

/** What someone wants to do. */
export interface Action {
  /** For a path: the HTTP method in lower case. */
  readonly verb: string
  /** `''` is the core group. */
  readonly apiGroup: string
  readonly resource: string
  readonly subresource: string
  /** `''` where the request names nothing, as when it creates or lists. */
  readonly name: string
  /** `''` for what lies in no namespace, and for all namespaces. */
  readonly namespace: string
  readonly path: string
  /** False: it is about a path, such as `/healthz`. */
  readonly resourceRequest: boolean
}

export interface User {
  readonly user: string
  readonly groups: readonly string[]
}

export interface AccessRequest extends Action, User {}
