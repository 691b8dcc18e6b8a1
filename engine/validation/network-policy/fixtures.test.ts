import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { contains, readAddress, readCidr, shownAddress, shownCidr } from './address.ts'
import { compileNetworkPolicies } from './compile.ts'
import { networkPolicyFindings } from './finding-codes.ts'
import type { Peer, Pod, Side } from './reach.ts'
import { readNetworkPolicies } from './read.ts'

const text = (name: string) => readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')

describe('fixtures/findings.yaml', () => {
  const cases = fixtureCases(text('findings'))
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refused } = readNetworkPolicies(text)
    const placed = findings.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(placed.sort((a, b) => a.line - b.line || a.column - b.column)).toEqual(expected)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refused.length > 0)
  })
  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(networkPolicyFindings).filter(code => !shown.has(code))).toEqual([])
  })
  it('has the severity of every code', () => {
    const found = cases.flatMap(({ text }) => readNetworkPolicies(text).findings)
    const severities: Readonly<Record<string, string>> = networkPolicyFindings
    const own = found.filter(({ code }) => !code.startsWith('yaml-'))
    expect(own.filter(({ code, severity }) => severities[code] !== severity)).toEqual([])
  })
})

describe('fixtures/reach.yaml', () => {
  const labels = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given))
  const namespaces = new Map([
    ['dev', labels({ 'kubernetes.io/metadata.name': 'dev', team: 'red' })],
    ['prod', labels({ 'kubernetes.io/metadata.name': 'prod', team: 'blue' })],
    ['dns', labels({ 'kubernetes.io/metadata.name': 'dns' })],
  ])
  const pod = (at: string, own: Readonly<Record<string, string>>, ips: readonly string[], ports: string): Pod => {
    const [namespace = '', name = ''] = at.split('/')
    const listed = ports.split(' ').map(each => {
      const [called = '', protocol = '', port] = each.split(':')
      return { name: called, protocol, port: Number(port) }
    })
    return { namespace, name, labels: labels(own), ips, ports: listed }
  }
  const pods: readonly Pod[] = [
    pod('dev/web', { app: 'web' }, ['10.1.0.1'], 'http:TCP:3000'),
    { ...pod('dev/db', { app: 'db' }, ['10.1.0.2'], 'pg:TCP:5432'), nodeIps: ['192.168.0.1'] },
    pod('prod/web', { app: 'web' }, ['10.2.0.1'], 'http:TCP:80'),
    pod('prod/api', { app: 'api', tier: 'front' }, ['10.2.0.2', 'fd00::22'], 'http:TCP:8080'),
    pod('prod/other', { tier: 'back' }, ['10.2.0.3'], 'http:TCP:80'),
    pod('dns/dns', { 'k8s-app': 'kube-dns' }, ['10.0.0.10'], 'dns:UDP:53 dns-tcp:TCP:53'),
    { ...pod('prod/node-agent', { app: 'web' }, ['192.168.0.9'], 'http:TCP:80'), hostNetwork: true },
  ]
  const peerOf = (word: string): Peer => pods.find(it => `${it.namespace}/${it.name}` === word) ?? { ip: word }
  const shown = (side: Side): string => {
    if (!side.allowed) return side.policies.map(({ name }) => name).join(' ')
    if (side.why !== 'rule') return side.why
    const { policy, path, peer, port } = side
    const parts = [policy.name, ...path.slice(1), ...(peer === undefined ? [] : ['peer', peer])]
    return [...parts, ...(port === undefined ? [] : ['port', port])].join(' ')
  }
  const shape = z.strictObject({ name: z.string(), policies: z.string(), flows: z.record(z.string(), z.string()) })
  it.each(z.array(shape).parse(parse(text('reach'))))('$name', ({ policies, flows }) => {
    const { value = [], findings } = readNetworkPolicies(policies)
    expect(findings).toEqual([])
    const { decide } = compileNetworkPolicies(value, namespaces)
    const decided = Object.keys(flows).map(flow => {
      const [, from = '', to = '', protocol = '', port] = /^(\S+) -> (\S+) (\w+)\/(\d+)$/.exec(flow) ?? []
      const reach = decide({ from: peerOf(from), to: peerOf(to), protocol, port: Number(port) })
      return [flow, [reach.allowed ? 'yes' : 'no', shown(reach.egress), shown(reach.ingress)].join(', ')]
    })
    expect(Object.fromEntries(decided)).toEqual(flows)
  })
  it('says what each rule lacks', () => {
    const [policy] =
      readNetworkPolicies(`
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: near, namespace: dev }
spec:
  podSelector: {}
  ingress:
  - { from: [ { podSelector: {} } ], ports: [ { port: 1 } ] }
  - { from: [ { namespaceSelector: { matchLabels: { team: none } } } ], ports: [ { port: pg } ] }
  - { from: [ { ipBlock: { cidr: 1.1.1.1/32 } } ], ports: [ { port: 2 } ] }
`).value ?? []
    if (!policy) throw new Error('The policy was not read.')
    const { misses } = compileNetworkPolicies([policy], namespaces)
    const flow = { from: peerOf('dev/web'), to: peerOf('dev/db'), protocol: 'TCP', port: 5432 }
    const found = misses(flow, 'ingress').map(({ path, lacks }) => [path[2], lacks])
    expect(found).toEqual([
      [0, 'port'],
      [1, 'peer'],
      [2, 'both'],
    ])
    expect(misses(flow, 'egress')).toEqual([])
  })
})

it.each([
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.0', false],
  ['0.0.0.0/0', '255.255.255.255', true],
  ['0.0.0.0/0', '::1', false],
  ['192.168.1.128/25', '192.168.1.127', false],
  ['1.2.3.4/32', '1.2.3.4', true],
  ['fd00::/8', 'fdff::1', true],
  ['2001:db8::/33', '2001:db8:8000::', false],
  ['::/0', 'fe80::1', true],
  ['::/0', '1.1.1.1', false],
  ['::ffff:10.0.0.0/104', '10.9.9.9', true],
  ['fd00::1/128', 'fd00::1', true],
])('%s holds %s: %s', (range, address, is) => {
  const [cidr, words] = [readCidr(range), readAddress(address)]
  if (!cidr || !words) throw new Error('It was not read.')
  expect(contains(cidr, words)).toBe(is)
})

it.each([
  '',
  '10.0.0.0',
  '10.0.0/8',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '256.0.0.0/8',
  'x/8',
  '::/129',
  '1::2::3/64',
  ':1/8',
  '1:2:3:4:5:6:7:8:9/8',
  '1:2:3/8',
  '::12345/8',
  '10.0.0.0/8/8',
  '::1%eth0/128',
  '10.0.0.0/ 8',
  '1.2.3.4:1::/8',
  '/8',
])('there are no addresses in %j', range => {
  expect(readCidr(range)).toBeUndefined()
})

it.each([
  ['10.1.2.3/8', '10.1.2.3', '10.0.0.0/8'],
  ['010.01.02.003/08', '10.1.2.3', '10.0.0.0/8'],
  ['2001:DB8:0:0:1::/64', '2001:db8:0:0:1::', '2001:db8::/64'],
  ['1:0:0:2:0:0:0:3/128', '1:0:0:2::3', '1:0:0:2::3/128'],
  ['::1.2.3.4/96', '::102:304', '::/96'],
  ['::ffff:1.2.3.4/120', '1.2.3.4', '1.2.3.0/24'],
  ['::/0', '::', '::/0'],
  ['1:2:3:4:5:6:7:8/64', '1:2:3:4:5:6:7:8', '1:2:3:4::/64'],
])('prints %s as Go does', (range, address, canonical) => {
  const cidr = readCidr(range)
  if (!cidr) throw new Error('It was not read.')
  expect([shownAddress(cidr.address), shownCidr(cidr)]).toEqual([address, canonical])
})
