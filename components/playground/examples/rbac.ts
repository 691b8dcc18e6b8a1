import type { Example } from '../playground.ts'
import { rbacAsks } from '../rbac-asks.ts'

export const rbacExamples: readonly Example[] = [
  {
    title: 'A robot that may read Pods and one Secret',
    text: `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
  namespace: quay
rules:
  - apiGroups: [""]
    resources: ["pods", "pods/log"]
    verbs: ["get", "list"]
  - apiGroups: [""]
    resources: ["secrets"]
    resourceNames: ["pull"]
    verbs: ["get"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: robot-reads
  namespace: quay
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: reader
subjects:
  - kind: ServiceAccount
    name: robot
    namespace: quay
`,
    questions: [
      { user: 'system:serviceaccount:quay:robot', verb: 'get', what: 'secrets/pull', namespace: 'quay' },
      { user: 'system:serviceaccount:quay:robot', verb: 'get', what: 'secrets/admin', namespace: 'quay' },
      { user: 'system:serviceaccount:quay:robot', verb: 'list', what: 'pods', namespace: '' },
      { user: 'jane', verb: 'list', what: 'pods', namespace: 'quay' },
      { ask: rbacAsks.who, verb: 'get', what: 'pods/crane/log', namespace: 'quay' },
    ],
  },
  {
    title: 'A role for the whole cluster, bound in one namespace and by a slip everywhere',
    text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: secret-keeper
rules:
  - apiGroups: [""]
    resources: ["secrets"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: keepers
  namespace: vault
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: secret-keeper
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: Group
    name: keepers
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: sam-keeps
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: secret-keeper
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: sam
`,
    questions: [
      { user: 'jane', groups: 'keepers', verb: 'delete', what: 'secrets/seal', namespace: 'vault' },
      { user: 'jane', groups: 'keepers', verb: 'get', what: 'secrets/seal', namespace: 'prod' },
      { user: 'sam', verb: 'get', what: 'secrets/seal', namespace: 'prod' },
      { user: 'sam', verb: 'create', what: 'pods', namespace: 'vault' },
      { ask: rbacAsks.who, verb: 'get', what: 'secrets/seal', namespace: 'vault' },
      { ask: rbacAsks.bind, user: 'jane', groups: 'keepers', role: 'secret-keeper', namespace: 'vault' },
      { ask: rbacAsks.bind, user: 'jane', groups: 'keepers', role: 'secret-keeper', namespace: 'prod' },
    ],
  },
  {
    title: 'Rights that lead to more rights',
    text: `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: deputy
rules:
  - apiGroups: [""]
    resources: ["users", "groups"]
    verbs: ["impersonate"]
  - apiGroups: ["rbac.authorization.k8s.io"]
    resources: ["clusterroles"]
    resourceNames: ["viewer"]
    verbs: ["bind"]
  - nonResourceURLs: ["/metrics", "/healthz/*"]
    verbs: ["get"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: viewer
rules:
  - apiGroups: ["", "apps"]
    resources: ["pods", "deployments"]
    verbs: ["get", "list"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata:
  name: deputies
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: deputy
subjects:
  - apiGroup: rbac.authorization.k8s.io
    kind: User
    name: dana
`,
    questions: [
      { user: 'dana', verb: 'impersonate', what: 'users/sam', namespace: '' },
      { user: 'dana', verb: 'get', what: '/healthz/etcd', namespace: '' },
      { user: 'dana', verb: 'escalate', what: 'clusterroles/viewer', namespace: '' },
      { ask: rbacAsks.bind, user: 'dana', role: 'viewer', namespace: '' },
      { ask: rbacAsks.bind, user: 'dana', role: 'deputy', namespace: '' },
      { ask: rbacAsks.bind, user: 'jane', role: 'viewer', namespace: 'prod' },
    ],
  },
]
