import { answerRequest } from '#engine/cluster/api/answer-request.ts'
import { storeOf } from '#engine/cluster/api/store.ts'

/** Like a Pod that kubeadm makes: flags, probes, volumes of the node. */
const large = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'api',
    labels: { component: 'api', tier: 'control-plane' },
    annotations: { 'example.com/endpoint': '192.0.2.10:6443' },
  },
  spec: {
    containers: [
      {
        name: 'api',
        image: 'registry.example.com/api:v1.35.0',
        command: ['api', ...Array.from({ length: 30 }, (_, i) => `--setting-${i}=/etc/api/pki/file-${i}.crt`)],
        resources: { requests: { cpu: '250m' } },
        livenessProbe: probe('livez', 8),
        readinessProbe: probe('readyz', 3),
        startupProbe: probe('livez', 24),
        volumeMounts: ['ca-certs', 'etc-ca', 'pki', 'local-ca', 'share-ca'].map(name => ({
          name,
          mountPath: `/etc/${name}`,
          readOnly: true,
        })),
      },
    ],
    hostNetwork: true,
    priority: 2000001000,
    priorityClassName: 'system-node-critical',
    securityContext: { seccompProfile: { type: 'RuntimeDefault' } },
    volumes: ['ca-certs', 'etc-ca', 'pki', 'local-ca', 'share-ca'].map(name => ({
      name,
      hostPath: { path: `/etc/${name}`, type: 'DirectoryOrCreate' },
    })),
  },
}

/** Like most Pods of exercises. */
const small = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: {
    containers: [
      {
        name: 'web',
        image: 'nginx:1.29',
        ports: [{ containerPort: 8080 }],
        resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] }, runAsNonRoot: true },
      },
    ],
  },
}
const refused = { ...small, spec: { ...small.spec, restartPolicy: 'always' } }

/** How many Pods a second of one core’s time come from JSON to the API server’s answer. */
export function pods(count: number): Record<string, number> {
  return {
    large: rate(JSON.stringify(large), 201, count),
    'large, written over lines': rate(JSON.stringify(large, null, 2), 201, count),
    small: rate(JSON.stringify(small), 201, count),
    refused: rate(JSON.stringify(refused), 422, count),
  }
}

function rate(body: string, status: number, count: number): number {
  const store = storeOf([])
  const request = { method: 'POST', path: '/api/v1/namespaces/default/pods', query: { fieldValidation: 'Strict' } }
  const measure = () => {
    const start = process.cpuUsage()
    for (let i = 0; i < count; i++) {
      const answer = answerRequest({ ...request, body, suffix: 'xxxxx' }, store)
      if (answer?.status !== status) throw new Error('A Pod was answered wrongly.')
    }
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000_000
  }
  measure()
  return Math.round(count / Math.min(measure(), measure(), measure()))
}

function probe(path: string, failureThreshold: number): object {
  const httpGet = { host: '192.0.2.10', path: `/${path}`, port: 6443, scheme: 'HTTPS' }
  return { failureThreshold, httpGet, initialDelaySeconds: 10, periodSeconds: 10, timeoutSeconds: 15 }
}
