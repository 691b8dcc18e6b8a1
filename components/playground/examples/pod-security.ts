import type { Example } from '../playground.ts'

export const podSecurityExamples: readonly Example[] = [
  {
    title: 'A Pod that asks for too much',
    text: `apiVersion: v1
kind: Namespace
metadata:
  name: quay
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted
---
apiVersion: v1
kind: Pod
metadata:
  name: crane
  namespace: quay
spec:
  hostNetwork: true
  containers:
    - name: crane
      image: registry.example/crane:1
      securityContext:
        privileged: true
`,
    questions: [{ enforce: 'as labelled' }, { enforce: 'restricted' }, { enforce: 'privileged' }],
  },
  {
    title: 'A Pod that restricted lets in',
    text: `apiVersion: v1
kind: Pod
metadata:
  name: buoy
spec:
  securityContext:
    runAsNonRoot: true
    seccompProfile:
      type: RuntimeDefault
  containers:
    - name: buoy
      image: registry.example/buoy:1
      securityContext:
        allowPrivilegeEscalation: false
        capabilities:
          drop: ["ALL"]
`,
    questions: [{ enforce: 'restricted' }, { enforce: 'baseline', version: 'v1.30' }, { enforce: 'as labelled' }],
  },
  {
    title: 'A Deployment that is taken, and whose Pods are not',
    text: `apiVersion: v1
kind: Namespace
metadata:
  name: quay
  labels:
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/enforce-version: v1.30
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: tide
  namespace: quay
spec:
  selector:
    matchLabels: { app: tide }
  template:
    metadata:
      labels: { app: tide }
    spec:
      hostPID: true
      containers:
        - name: tide
          image: registry.example/tide:1
`,
    questions: [
      { enforce: 'as labelled' },
      { enforce: 'privileged', warn: 'restricted', warnVersion: 'v1.20' },
      { enforce: 'privileged', warn: 'privileged', audit: 'baseline' },
    ],
  },
]
