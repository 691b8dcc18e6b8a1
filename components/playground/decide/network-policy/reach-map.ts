import type { NetworkPolicies } from '#engine/validation/network-policy/compile.ts'
import type { ReachMap } from '../../playground.ts'
import type { End, Ends } from './ends.ts'

/** Who reaches whom, and where. */
export function reachMap(compiled: NetworkPolicies, { ends, leftOut, portsOf }: Ends): ReachMap {
  const openBetween = (from: End, to: End) => {
    if (from === to || ('ip' in from.peer && 'ip' in to.peer)) return ''
    const tried = portsOf(to)
    const open = tried.filter(it => compiled.decide({ from: from.peer, to: to.peer, ...it }).allowed)
    if (open.length === tried.length) return 'all'
    return open.map(({ protocol, port }) => (protocol === 'TCP' ? `${port}` : `${port}/${protocol}`)).join(', ')
  }
  return {
    ends: ends.map(it => it.shown),
    open: ends.map(from => ends.map(to => openBetween(from, to))),
    leftOut,
  }
}
