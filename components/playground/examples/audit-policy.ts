import type { Example } from '../playground.ts'

export const auditPolicyExamples: readonly Example[] = [
  {
    title: 'Secrets without their text, little noise',
    text: `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
  - RequestReceived
rules:
  - level: None
    users: ["system:kube-proxy"]
    verbs: ["watch"]
  - level: Metadata
    resources:
      - group: ""
        resources: ["configmaps", "secrets"]
  - level: RequestResponse
    namespaces: ["harbour"]
    verbs: ["create", "update", "patch", "delete"]
  - level: Metadata
`,
    questions: [
      { user: 'jane', verb: 'get', what: 'secrets/db', namespace: 'harbour' },
      { user: 'jane', verb: 'delete', what: 'pods/web-0', namespace: 'harbour' },
      { user: 'system:kube-proxy', verb: 'watch', what: 'endpoints', namespace: '' },
      { user: 'jane', verb: 'get', what: '/healthz', namespace: '' },
      { user: 'jane', verb: 'create', what: 'pods/web-0/exec', namespace: 'harbour' },
      { user: 'jane', verb: 'deletecollection', what: 'secrets', namespace: 'harbour' },
    ],
  },
  {
    title: 'A rule that comes too late',
    text: `apiVersion: audit.k8s.io/v1
kind: Policy
rules:
  - level: Metadata
    resources:
      - group: ""
        resources: ["secrets", "pods"]
  - level: RequestResponse
    namespaces: ["prod"]
    resources:
      - group: ""
        resources: ["secrets"]
  - level: None
    userGroups: ["system:nodes"]
`,
    questions: [
      { user: 'jane', verb: 'get', what: 'secrets/db', namespace: 'prod' },
      { user: 'system:node:node01', verb: 'list', what: 'pods', namespace: '' },
      { user: 'system:node:node01', verb: 'get', what: 'nodes/node01', namespace: '' },
      { user: 'jane', verb: 'list', what: 'nodes', namespace: '' },
    ],
  },
]
