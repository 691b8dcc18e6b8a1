import { expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import type { LabelSelector } from '../kubernetes/label-selector.ts'
import { compileNetworkPolicies } from './compile.ts'
import type { NetworkPolicy, NetworkPolicyPeer, NetworkPolicyPort, NetworkPolicyRule } from './policy.ts'
import type { Flow, Peer, Pod } from './reach.ts'

const { next, one, some, shuffled, times } = generator(23)
const maybe = <T>(value: T, outOf = 2) => (next(outOf) === 0 ? value : undefined)
const apps = ['web', 'db'] as const
const names = ['dev', 'prod'] as const
const namespaces = new Map(names.map(name => [name, new Map([['team', name === 'dev' ? 'red' : 'blue']])]))

const labels = () => new Map(some(['app', 'tier', 'env'], 2).map(key => [key, one(apps)]))
const selector = (
  keys: readonly [string, ...string[]] = ['app', 'tier'],
  values: readonly [string, ...string[]] = apps,
) => {
  const made: LabelSelector = {
    matchLabels: new Map(next(2) === 0 ? [[one(keys), one(values)]] : []),
    matchExpressions: times(next(3) === 0 ? 1 : 0, () => ({
      ...{ key: one(keys), operator: one(['In', 'NotIn', 'Exists', 'DoesNotExist']), values: some(values, 2) },
    })),
  }
  return made
}
const peer = (): NetworkPolicyPeer => {
  if (next(4) === 0)
    return {
      ipBlock: { cidr: one(['10.0.0.0/8', '10.1.0.0/16', '0.0.0.0/0', 'fd00::/8']), except: some(['10.1.2.0/24'], 5) },
    }
  const [podSelector, namespaceSelector] = [maybe(selector()), maybe(selector(['team'], ['red', 'blue']))]
  return { ...(podSelector && { podSelector }), ...(namespaceSelector && { namespaceSelector }) }
}
const port = (): NetworkPolicyPort => ({
  protocol: one(['TCP', 'UDP']),
  ...one<Omit<NetworkPolicyPort, 'protocol'>>([{}, { port: 80 }, { port: 'http' }, { port: 53, endPort: 90 }]),
})
const rule = (): NetworkPolicyRule => ({ ports: times(next(3), port), peers: times(next(3), peer) })
const policy = (): NetworkPolicy => ({
  ...{ namespace: one(names), name: `p${next(1000)}`, podSelector: selector() },
  policyTypes: one([['Ingress'], ['Egress'], ['Ingress', 'Egress']]),
  ...{ ingress: times(next(3), rule), egress: times(next(3), rule) },
})
const pod = (): Pod => {
  const ip = one(['10.1.2.3', '10.1.9.9', '10.9.0.1', 'fd00::1', '192.168.0.7'])
  const name = `${next(1_000_000)}`
  const ports = times(next(3), () => ({
    name: one(['http', 'dns']),
    port: one([80, 53, 8080]),
    protocol: one(['TCP', 'UDP']),
  }))
  return { namespace: one(names), name, labels: labels(), ips: [ip], ports }
}
const flows = (count: number): readonly Flow[] => {
  const peers: readonly Peer[] = [...times(5, pod), { ip: '10.1.2.9' }, { ip: '1.1.1.1' }, { ip: 'fd00::2' }]
  const [first = pod()] = peers
  const any = (): Peer => one([first, ...peers])
  return times(count, () => ({ from: any(), to: any(), protocol: one(['TCP', 'UDP']), port: one([80, 53, 90, 8080]) }))
}

it('the order of policies, rules, peers and ports never matters', () => {
  const seen = { true: 0, false: 0 }
  for (let round = 0; round < 200; round++) {
    const policies = times(next(6), policy)
    const mixed = shuffled(policies).map(it => ({
      ...it,
      ingress: shuffled(it.ingress).map(({ ports, peers }) => ({ ports: shuffled(ports), peers: shuffled(peers) })),
      egress: shuffled(it.egress).map(({ ports, peers }) => ({ ports: shuffled(ports), peers: shuffled(peers) })),
    }))
    const [one, other] = [compileNetworkPolicies(policies, namespaces), compileNetworkPolicies(mixed, namespaces)]
    for (const flow of flows(30)) {
      const { allowed, ingress, egress } = one.decide(flow)
      seen[`${allowed}`]++
      const again = other.decide(flow)
      expect([again.allowed, again.ingress.allowed, again.egress.allowed]).toEqual([
        ...[allowed, ingress.allowed, egress.allowed],
      ])
    }
  }
  expect(Math.min(seen.true, seen.false)).toBeGreaterThan(500)
})

it('one more rule never takes reach away, and one more policy only from pods that it selects first', () => {
  for (let round = 0; round < 200; round++) {
    const policies = times(1 + next(5), policy)
    const [first, ...rest] = policies
    if (!first) continue
    const wider = { ...first, ingress: [...first.ingress, rule()], egress: [rule(), ...first.egress] }
    const added = policy()
    const base = compileNetworkPolicies(policies, namespaces)
    const rules = compileNetworkPolicies([wider, ...rest], namespaces)
    const more = compileNetworkPolicies([...policies, added], namespaces)
    for (const flow of flows(30))
      for (const side of ['ingress', 'egress'] as const) {
        const before = base.decide(flow)[side]
        if (!before.allowed) continue
        expect(rules.decide(flow)[side].allowed).toBe(true)
        if (before.why === 'not-selected') continue
        expect(more.decide(flow)[side].allowed).toBe(true)
      }
  }
})

it('a decision names what decides: the policy alone allows the same, and every miss is told', () => {
  let rules = 0
  for (let round = 0; round < 200; round++) {
    const policies = times(1 + next(5), policy)
    const all = compileNetworkPolicies(policies, namespaces)
    for (const flow of flows(30))
      for (const direction of ['ingress', 'egress'] as const) {
        const side = all.decide(flow)[direction]
        const misses = all.misses(flow, direction)
        if (side.allowed) expect(misses).toEqual([])
        if (!side.allowed) expect(misses).toHaveLength(side.policies.flatMap(it => it[direction]).length)
        if (side.why !== 'rule') continue
        rules++
        const rule = side.policy[direction][Number(side.path[2])]
        if (!rule) throw new Error('The rule is not there.')
        const ports = side.port === undefined ? [] : [rule.ports[side.port] ?? port()]
        const peers = side.peer === undefined ? [] : [rule.peers[side.peer] ?? peer()]
        const alone = { ...side.policy, [direction]: [{ ports, peers }] }
        expect(compileNetworkPolicies([alone], namespaces).decide(flow)[direction].why).toBe('rule')
      }
  }
  expect(rules).toBeGreaterThan(500)
})
