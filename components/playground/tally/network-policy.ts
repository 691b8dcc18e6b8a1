import type { NetworkPolicies } from '#engine/validation/network-policy/compile.ts'
import type { Side } from '#engine/validation/network-policy/reach.ts'
import type { WrittenPolicy } from '#engine/validation/network-policy/read.ts'
import type { Path } from '#engine/yaml/range.ts'
import type { Ends } from '../decide/network-policy/ends.ts'
import { counted, placeIn } from '../decide/place.ts'
import type { Tally, TallyRow } from '../playground.ts'
import { counter } from './counter.ts'

/** All pairs of Pods and addresses, at the ports that policies and Pods name. Both sides of a connection decide. */
export function tallyNetworkPolicies(
  text: string,
  policies: readonly WrittenPolicy[],
  compiled: NetworkPolicies,
  { ends, portsOf }: Ends,
): Tally {
  // Ends share what they say, so that it is counted first, and by policy and rule afterwards.
  const said = new Map<Side, number>()
  let total = 0
  for (const from of ends)
    for (const to of ends) {
      if (from === to || ('ip' in from.peer && 'ip' in to.peer)) continue
      for (const port of portsOf(to)) {
        total++
        const { egress, ingress } = compiled.decide({ from: from.peer, to: to.peer, ...port })
        for (const side of [egress, ingress]) said.set(side, (said.get(side) ?? 0) + 1)
      }
    }
  const numbers = new Map<unknown, number>(policies.map((it, at) => [it, at]))
  const keyOf = (policy: unknown, path: Path) => `${numbers.get(policy)} ${path.join('/')}`
  const counts = counter<string>()
  for (const [side, times] of said) {
    if (side.why === 'rule') counts.add(keyOf(side.policy, side.path), times)
    if (side.why === 'no-rule') for (const it of side.policies) counts.add(keyOf(it, selector), times)
  }
  const rows = policies.flatMap((policy): readonly TallyRow[] => {
    const label = `${policy.namespace}/${policy.name}`
    const row = (says: string, path: Path) => {
      const lines = placeIn(text, policy.rangeOf(path))
      return { label, says, lines, count: counts.of(keyOf(policy, path)) }
    }
    return [
      row('refuses the rest', selector),
      ...(['ingress', 'egress'] as const).flatMap(direction =>
        policy[direction].map((_, at) => row(`allows, ${direction} rule ${at + 1}`, ['spec', direction, at])),
      ),
    ]
  })
  return {
    total,
    asked: 'connections',
    chosen: `all pairs of ${counted(ends.length, 'Pod and address', 'Pods and addresses')}, made up from selectors where the text has none`,
    rows,
  }
}

const selector: Path = ['spec', 'podSelector']
