import type { Container, Pod } from '#engine/validation/pod/pod.ts'
import { violationsOf } from '#engine/validation/pod-security/evaluate.ts'

const tight: Container = {
  name: 'web',
  image: 'nginx:1.29',
  ports: [{ containerPort: 8080 }],
  securityContext: {
    allowPrivilegeEscalation: false,
    capabilities: { drop: ['ALL'] },
    runAsNonRoot: true,
    readOnlyRootFilesystem: true,
  },
}
const metadata = { name: 'web', annotations: { 'example.com/team': 'a' } }
const volumes = [
  { name: 'config', configMap: { name: 'web' } },
  { name: 'tmp', emptyDir: {} },
]
const keeping: Pod = {
  metadata,
  spec: {
    containers: [tight, { ...tight, name: 'metrics' }],
    initContainers: [{ ...tight, name: 'init' }],
    volumes,
    securityContext: { runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
  },
}
const bare: Pod = { metadata, spec: { containers: [{ name: 'web', image: 'nginx:1.29' }], volumes } }

/** How many Pods a second of one core’s time measures against `restricted:latest`: one that keeps to it, and one that says nothing. */
export function podSecurity(count: number): Record<string, number> {
  return { keeping: rate(keeping, 0, count), bare: rate(bare, 4, count) }
}

function rate(pod: Pod, expected: number, count: number): number {
  const asked = { level: 'restricted', version: 'latest' } as const
  let violations = 0
  const measure = () => {
    const start = process.cpuUsage()
    for (let i = 0; i < count; i++) violations += violationsOf(asked, pod).length
    const { user, system } = process.cpuUsage(start)
    return (user + system) / 1_000_000
  }
  measure()
  const elapsed = Math.min(measure(), measure(), measure())
  if (violations !== 4 * expected * count) throw new Error('The Pods were measured wrongly.')
  return Math.round(count / elapsed)
}
