import type { Form } from './playground.ts'
import { rbacAsks } from './rbac-asks.ts'

/** A question in a few words: what is asked, and what stands smaller below it. */
export function questionWords(form: Form): { readonly asks: string; readonly detail: string } {
  const { act, target, other, profile, enforce, version, warn, ask, role } = form
  const { call, from, to, how, protocol, port, user, groups, verb, what, namespace } = form
  if (call !== undefined) {
    const { through, reader, capabilities, against } = form
    const how = [through && `through ${through}`, reader && `read by ${reader}`, capabilities, against && 'compared']
    return { asks: call, detail: how.filter(it => it).join(', ') }
  }
  if (from !== undefined) return { asks: `${from} → ${to}`, detail: `${protocol} ${port}` }
  if (act !== undefined) {
    const asks = [act, target, other].filter(it => it).join(' ')
    return { asks, detail: [how, profile && `under ${profile}`].filter(it => it).join(', ') }
  }
  if (enforce !== undefined)
    return { asks: enforce, detail: [version, warn && `warns of ${warn}`].filter(it => it).join(', ') }
  const who = groups ? `${user} of ${groups}` : (user ?? '')
  const place = namespace ? `in ${namespace}` : ''
  if (ask === rbacAsks.who) return { asks: `who can ${verb} ${what}`, detail: place }
  if (ask === rbacAsks.bind) return { asks: `bind ${role}`, detail: [who, place].filter(it => it).join(', ') }
  return { asks: `${verb} ${what}`, detail: namespace ? `${who}, in ${namespace}` : who }
}
