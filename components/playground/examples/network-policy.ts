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
  {
    title: 'What may leave and what may arrive, at a port by its name',
    text: `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: web-out, namespace: shop }
spec:
  podSelector:
    matchLabels: { app: web }
  policyTypes: [Egress]
  egress:
    - to:
        - podSelector:
            matchLabels: { app: api }
      ports:
        - port: http
    - to:
        - ipBlock: { cidr: 10.20.0.0/16, except: [10.20.9.0/24] }
      ports:
        - port: 443
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: api-in, namespace: shop }
spec:
  podSelector:
    matchLabels: { app: api }
  ingress:
    - from:
        - podSelector:
            matchLabels: { app: web }
      ports:
        - port: http
---
apiVersion: v1
kind: Pod
metadata: { name: web-0, namespace: shop, labels: { app: web } }
spec:
  containers:
    - { name: web, image: registry.example/web:1 }
---
apiVersion: v1
kind: Pod
metadata: { name: api-0, namespace: shop, labels: { app: api } }
spec:
  containers:
    - name: api
      image: registry.example/api:1
      ports:
        - { name: http, containerPort: 8080 }
        - { name: admin, containerPort: 9090 }
`,
    questions: [
      { from: 'shop/web-0', to: 'shop/api-0', protocol: 'TCP', port: 'http' },
      { from: 'shop/web-0', to: 'shop/api-0', protocol: 'TCP', port: 'admin' },
      { from: 'shop/web-0', to: '10.20.1.1', protocol: 'TCP', port: '443' },
      { from: '10.20.1.1', to: 'shop/api-0', protocol: 'TCP', port: '8080' },
    ],
  },
]
