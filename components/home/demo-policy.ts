/** The policy of the first page. Its rule 3 is the mistake that most people make once: it stands too late. */
export const DEMO_POLICY = `apiVersion: audit.k8s.io/v1
kind: Policy
omitStages:
  - RequestReceived
rules:
  - level: None
    users: ["system:kube-proxy"]
    verbs: ["watch"]
  - level: RequestResponse
    resources:
      - group: ""
        resources: ["secrets", "configmaps"]
  - level: Metadata
    namespaces: ["prod"]
    resources:
      - group: ""
        resources: ["secrets"]
  - level: Metadata
`

/** The first line that is shown: what stands above it is the same in every policy. */
export const FIRST_LINE = 5

const core = { groups: [], apiGroup: '', apiVersion: 'v1', subresource: '', path: '', resourceRequest: true } as const

/** Requests to choose from, and the check that asks about each. */
export const DEMO_CASES = [
  {
    id: 'get-secret',
    title: 'get secrets/db',
    detail: 'jane, in prod',
    request: { ...core, user: 'jane', verb: 'get', resource: 'secrets', name: 'db', namespace: 'prod' },
    check: 'Secrets in prod at Metadata',
    wanted: 'Metadata',
    points: 3,
  },
  {
    id: 'watch-endpoints',
    title: 'watch endpoints',
    detail: 'system:kube-proxy',
    request: { ...core, user: 'system:kube-proxy', verb: 'watch', resource: 'endpoints', name: '', namespace: '' },
    check: 'Watches by kube-proxy are not logged',
    wanted: 'None',
    points: 1,
  },
  {
    id: 'delete-pod',
    title: 'delete pods/web-0',
    detail: 'jane, in prod',
    request: { ...core, user: 'jane', verb: 'delete', resource: 'pods', name: 'web-0', namespace: 'prod' },
    check: 'Everything else at Metadata',
    wanted: 'Metadata',
    points: 2,
  },
] as const
