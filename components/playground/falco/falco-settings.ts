import { type Priority, priorities } from '#engine/validation/falco/rule-set.ts'
import type { Field } from '../kinds.ts'
import type { Form } from '../playground.ts'
import type { ShownAs } from './falco.ts'

/** What falco.yaml says of alerts, as fields. The first of each is what is shipped. */
export const settingFields: readonly Field[] = [
  { name: 'matching', label: 'rule_matching', options: ['first', 'all'] },
  { name: 'least', label: 'priority', options: priorities.toReversed().map(it => it.toLowerCase()) },
  { name: 'json', label: 'json_output', options: ['false', 'true'] },
  { name: 'suggested', label: 'suggested_output', options: ['true', 'false'] },
]

export function shownAs({ matching, least, json, suggested }: Form): ShownAs {
  const known = priorities.find((it): it is Priority => it.toLowerCase() === least)
  return {
    matching: matching === 'all' ? 'all' : 'first',
    least: known ?? 'Debug',
    json: json === 'true',
    suggested: suggested !== 'false',
  }
}
