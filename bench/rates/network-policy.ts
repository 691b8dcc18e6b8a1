import { generator } from '#engine/validation/fixtures/generator.ts'
import type { Labels } from '#engine/validation/kubernetes/label-selector.ts'
import { compileNetworkPolicies, type NetworkPolicies } from '#engine/validation/network-policy/compile.ts'
import type { Flow, Peer, Pod } from '#engine/validation/network-policy/reach.ts'
import { readNetworkPolicies } from '#engine/validation/network-policy/read.ts'
import { inFiles } from './in-files.ts'
import { growing, measurable, mixed } from './subject.ts'

const namespaceCount = 20
const apps = ['web', 'api', 'db', 'cache', 'queue', 'mail', 'auth', 'jobs', 'proxy', 'logs']
const namespaces: ReadonlyMap<string, Labels> = new Map(
  Array.from({ length: namespaceCount }, (_, i) => [
    `ns-${i}`,
    new Map([
      ['kubernetes.io/metadata.name', `ns-${i}`],
      ['tier', i % 3 === 0 ? 'front' : 'back'],
    ]),
  ]),
)

/** Closed namespaces, open ports for other pods, ways out to addresses: what clusters have. */
const specs: readonly ((i: number) => string)[] = [
  () => '{podSelector: {}, policyTypes: [Ingress, Egress]}',
  i =>
    `{podSelector: {matchLabels: {app: ${app(i)}}}, ingress: [{from: [{podSelector: {matchLabels: {app: ${app(i + 1)}}}}], ports: [{port: 8080}]}]}`,
  i =>
    `{podSelector: {matchLabels: {app: ${app(i)}}}, ingress: [{from: [{namespaceSelector: {matchLabels: {tier: front}}}], ports: [{port: 443}, {port: 9000, endPort: 9100}]}]}`,
  i =>
    `{podSelector: {matchExpressions: [{key: app, operator: In, values: [${app(i)}, ${app(i + 3)}]}]}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.${i % 250}.0.0/16]}}]}, {ports: [{protocol: UDP, port: 53}]}]}`,
  i => `{podSelector: {matchLabels: {part: p${i}}}, ingress: [{from: [{podSelector: {}}]}]}`,
]

function app(i: number): string {
  return apps[i % apps.length] ?? ''
}

function policies(count: number): readonly string[] {
  const { next } = generator(31)
  return Array.from({ length: count }, (_, i) => {
    const metadata = `{name: p${i}, namespace: ns-${next(namespaceCount)}}`
    return `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: ${metadata}\nspec: ${specs[i % specs.length]?.(i)}\n`
  })
}

function compile(files: readonly string[]): NetworkPolicies {
  const read = files.map(text => readNetworkPolicies(text))
  const refused = read.flatMap(it => it.refused)[0]
  if (refused) throw new Error(`refused: ${refused.words}`)
  return compileNetworkPolicies(
    read.flatMap(({ value = [] }) => value),
    namespaces,
  )
}

/** Packets between 400 pods of 20 namespaces and addresses, on ports that policies open and others. */
function packets(): readonly Flow[] {
  const { next, one, times } = generator(37)
  const pods = Array.from({ length: 400 }, (_, i): Pod => {
    const labels = new Map([
      ['app', app(i)],
      ['part', `p${next(100)}`],
    ])
    const [namespace, name] = [`ns-${i % namespaceCount}`, `pod-${i}`]
    return { namespace, name, labels, ips: [`10.${i % 250}.0.${i % 200}`], ports: [] }
  })
  const end = (): Peer =>
    next(8) === 0 ? { ip: `10.${next(250)}.1.${next(250)}` } : (pods[next(pods.length)] ?? { ip: '10.0.0.1' })
  return times(mixed, (): Flow => {
    const port = one([8080, 443, 9050, 53, 22])
    return { from: end(), to: end(), protocol: port === 53 ? 'UDP' : 'TCP', port }
  })
}

export const networkPolicies = [
  measurable<NetworkPolicies, Flow>({
    name: 'NetworkPolicies',
    sizes: growing,
    files: count => inFiles(policies(count)),
    compile,
    rates: [
      {
        of: 'packets decided',
        wanted: '≥ 1 000 000 with 100',
        questions: packets,
        ask(all, flow) {
          const { egress, ingress } = all.decide(flow)
          return (egress.allowed ? 1 : 0) + (ingress.allowed ? 2 : 0)
        },
      },
      {
        // Policies keep in mind what is open between two ends; here each packet is the first between its two.
        of: 'packets decided between pods that were never met',
        questions: packets,
        ask(all, { from, to, ...rest }) {
          const { egress, ingress } = all.decide({ from: { ...from }, to: { ...to }, ...rest })
          return (egress.allowed ? 1 : 0) + (ingress.allowed ? 2 : 0)
        },
      },
    ],
  }),
]
