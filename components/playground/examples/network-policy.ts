import type { Example } from '../playground.ts'

export const networkPolicyExamples: readonly Example[] = [
  {
    title: 'Only the web Pods reach the database',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
      ports:
        - protocol: TCP
          port: 5432
---
apiVersion: v1
kind: Pod
metadata:
  name: db-0
  namespace: shop
  labels: { app: db }
spec:
  containers:
    - name: db
      image: registry.example/db:1
      ports:
        - containerPort: 5432
`,
    questions: [
      { from: 'shop app=web', to: 'shop/db-0', protocol: 'TCP', port: '5432' },
      { from: 'shop app=web', to: 'shop/db-0', protocol: 'TCP', port: '22' },
      { from: 'blog app=web', to: 'shop/db-0', protocol: 'TCP', port: '5432' },
      { from: 'shop/db-0', to: '8.8.8.8', protocol: 'UDP', port: '53' },
    ],
  },
  {
    title: 'Two selectors in one peer, and in two',
    text: `apiVersion: v1
kind: Namespace
metadata:
  name: watch
  labels: { team: ops }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: both, namespace: shop }
spec:
  podSelector:
    matchLabels: { app: api }
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: { team: ops }
          podSelector:
            matchLabels: { app: probe }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: either, namespace: shop }
spec:
  podSelector:
    matchLabels: { app: web }
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: { team: ops }
        - podSelector:
            matchLabels: { app: probe }
`,
    questions: [
      { from: 'watch app=shell', to: 'shop app=api', protocol: 'TCP', port: '80' },
      { from: 'watch app=shell', to: 'shop app=web', protocol: 'TCP', port: '80' },
      { from: 'watch app=probe', to: 'shop app=api', protocol: 'TCP', port: '80' },
      { from: 'shop app=probe', to: 'shop app=api', protocol: 'TCP', port: '80' },
    ],
  },
]
