import { compileNetworkPolicies } from '#engine/validation/network-policy/compile.ts'
import type { Flow, Miss, Peer, Side } from '#engine/validation/network-policy/reach.ts'
import { readNetworkPolicies, type WrittenPolicy } from '#engine/validation/network-policy/read.ts'
import type { Path } from '#engine/yaml/range.ts'
import type { Form, Lines, Open, Why } from '../playground.ts'
import { tallyNetworkPolicies } from '../tally/network-policy.ts'
import { endOf, readCluster, withNames } from './cluster.ts'
import { endsOf } from './network-policy/ends.ts'
import { reachMap } from './network-policy/reach-map.ts'
import { counted, nearest, placeIn, placeWords } from './place.ts'

/** Whether a connection comes about under NetworkPolicies. */
export const openNetworkPolicies: Open = text => {
  const { value: policies = [], findings } = readNetworkPolicies(text)
  if (findings.some(({ severity }) => severity === 'error')) return { findings }
  const cluster = readCluster(text)
  const linesAt = (policy: unknown, path: Path): Lines | undefined => {
    const written = policies.find(it => it === policy)
    return written && placeIn(text, written.rangeOf(path))
  }
  const ends = endsOf(policies, cluster)
  const among = compileNetworkPolicies(policies, ends.namespaces)
  return {
    findings,
    summary: `Read ${counted(policies.length, 'policy', 'policies')} and ${counted(cluster.pods.length, 'Pod')}.`,
    known: {
      from: cluster.pods.map(it => `${it.namespace}/${it.name}`),
      to: cluster.pods.map(it => `${it.namespace}/${it.name}`),
      port: cluster.pods
        .flatMap(it => it.ports.flatMap(({ name, port }) => [name ?? '', String(port)]))
        .filter(it => it),
    },
    tally: () => tallyNetworkPolicies(text, policies, among, ends),
    reach: () => reachMap(among, ends),
    ask(form) {
      const flow = flowOf(cluster, form)
      if (typeof flow === 'string') return flow
      const named = [flow.from, flow.to].flatMap(it => ('ip' in it ? [] : [it.namespace]))
      const compiled = compileNetworkPolicies(policies, withNames(cluster, named))
      const { allowed, egress, ingress } = compiled.decide(flow)
      const sides = [
        { label: 'Leaving', direction: 'egress', side: egress },
        { label: 'Arriving', direction: 'ingress', side: ingress },
      ] as const
      const deciding = allowed ? sides.filter(it => it.side.why === 'rule') : sides.filter(it => !it.side.allowed)
      // Both sides are shown: that one refuses does not make the other’s rule wrong.
      const lit = sides.flatMap(({ side }) => linesOfSide(side, linesAt))
      const why = sides.flatMap(({ label, direction, side }): readonly Why[] => {
        const decides = deciding.some(it => it.side === side)
        const misses = compiled.misses(flow, direction)
        return [{ label, says: sideWords(side), state: decides ? 'decides' : 'passed' }, ...misses.map(missRow)]
      })
      return {
        outcome: allowed ? 'allowed' : 'refused',
        note: allowed
          ? 'Both ends let it through; what answers it is let through with it.'
          : `${egress.allowed ? 'The receiver’s side does' : ingress.allowed ? 'The sender’s side does' : 'Both sides do'} not let it through.`,
        by: byWords(
          allowed,
          deciding.map(it => it.side),
          deciding.flatMap(({ side }) => linesOfSide(side, linesAt)),
        ),
        lit,
        why: nearest(why),
      }
    },
  }
}

function flowOf(cluster: ReturnType<typeof readCluster>, form: Form): Flow | string {
  const from = endOf(cluster, 'From', form.from ?? '')
  if (typeof from === 'string') return from
  const to = endOf(cluster, 'To', form.to ?? '')
  if (typeof to === 'string') return to
  const protocol = form.protocol ?? 'TCP'
  const port = portOf(to, protocol, (form.port ?? '').trim())
  return typeof port === 'string' ? port : { from, to, protocol, port }
}

/** A number, or the name of a port of the Pod that is reached. */
function portOf(to: Peer, protocol: string, written: string): number | string {
  const named = 'ip' in to ? undefined : to.ports.find(it => it.name === written && it.protocol === protocol)
  if (named) return named.port
  const port = Number(written)
  if (/^\d{1,5}$/.test(written) && port >= 1 && port <= 65_535) return port
  if (!/^[a-z0-9-]*[a-z][a-z0-9-]*$/.test(written)) return 'Write a port from 1 to 65535, or its name.'
  return `The Pod that is reached has no ${protocol} port called ${written}. Write a number, or a Pod of the text that has it.`
}

type LinesAt = (policy: unknown, path: Path) => Lines | undefined

function linesOfSide(side: Side, linesAt: LinesAt): readonly Lines[] {
  if (side.why === 'rule') return [linesAt(side.policy, side.path)].filter(it => it !== undefined)
  if (side.why !== 'no-rule') return []
  return side.policies.map(policy => linesAt(policy, ['spec', 'podSelector'])).filter(it => it !== undefined)
}

const nameOf = ({ namespace, name }: Pick<WrittenPolicy, 'namespace' | 'name'>) => `${namespace}/${name}`
const ruleAt = (path: Path) => `${String(path[1])} rule ${Number(path[2]) + 1}`

function byWords(allowed: boolean, deciding: readonly Side[], lit: readonly Lines[]): string {
  const where = lit.length > 0 ? `, ${lit.map(placeWords).join(' and ')}` : ''
  if (!allowed) {
    const policies = deciding.flatMap(it => (it.why === 'no-rule' ? it.policies.map(nameOf) : []))
    return `${[...new Set(policies)].join(' and ')}${where}`
  }
  const rules = deciding.flatMap(it => (it.why === 'rule' ? [`${nameOf(it.policy)}, ${ruleAt(it.path)}`] : []))
  return rules.length > 0 ? `${rules.join(' and ')}${where}` : 'no policy: none is about this connection'
}

function sideWords(side: Side): string {
  switch (side.why) {
    case 'outside':
      return 'an address: no policy is asked'
    case 'not-selected':
      return 'no policy selects this Pod: everything may pass'
    case 'itself':
      return 'a Pod always reaches itself'
    case 'own-node':
      return 'a Pod and its own node always reach each other'
    case 'host-network':
      return 'it lives in its node’s network: no policy is asked'
    case 'rule':
      return `${nameOf(side.policy)}, ${ruleAt(side.path)} allows it`
    case 'no-rule':
      return `selected by ${side.policies.map(nameOf).join(' and ')}, and no rule allows it`
  }
}

const lacks = {
  peer: 'is for other peers',
  port: 'is for other ports',
  both: 'is for other peers and other ports',
} as const

function missRow({ policy, path, lacks: what }: Miss): Why {
  return { label: '', says: `${nameOf(policy)}, ${ruleAt(path)} ${lacks[what]}`, state: 'off' }
}
