import type { FalcoEvent, FieldValue } from '../validation/falco/event.ts'
import { explainRule } from '../validation/falco/explain.ts'
import type { FalcoRule, RuleFile } from '../validation/falco/rule-set.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { placeOf } from './place-of.ts'
import type { DecidedBy, Place } from './report.ts'
import { valueAt } from './value-at.ts'

/** Rule files as they lie on a host. */
export interface RuleFilesOnHost {
  readonly host: string
  readonly files: readonly RuleFile[]
}

/** The part of a rule's condition that makes it hold, or not hold, for an event: as written, with the value it looked at. */
export function decidingPart(rule: FalcoRule, event: FalcoEvent, on: RuleFilesOnHost): DecidedBy | undefined {
  const { matches, because } = explainRule(rule, event)
  const [part, another] = because
  if (matches === undefined || !part) return undefined
  if (matches && another) return ofRule(rule, `All of the condition of “${rule.name}” holds.`, 'holds', on)
  const verdict = part.held ? 'holds' : 'does not hold'
  const denied = part.negated ? ' Before it stands `not`.' : ''
  const place = part.place && lineOf(part.place, on)
  return {
    text: `\`${asWritten(part, on)}\` ${verdict}: ${valueWords(part.value)}.${denied}`,
    ...(place && { place, lit: verdict }),
  }
}

/** With the names of lists rather than all that is in them. */
function asWritten(
  { text, place }: ReturnType<typeof explainRule>['because'][number],
  { files }: RuleFilesOnHost,
): string {
  const file = files.find(({ name }) => name === place?.file)
  return place && file ? file.text.slice(place.start, place.end).replaceAll(/\s+/g, ' ').trim() : text
}

/** A sentence about a rule, at the line where it begins. */
export function ofRule(rule: FalcoRule, text: string, lit: string, on: RuleFilesOnHost): DecidedBy {
  const place = rule.place && lineOf(rule.place, on)
  return { text, ...(place && { place: { ...place, endLine: place.line }, lit }) }
}

/** A sentence about one key of a rule, at the item that gave it last. */
export function ofSetting(name: string, key: string, text: string, on: RuleFilesOnHost): DecidedBy {
  for (const file of on.files.toReversed())
    for (const document of readYaml(file.text).documents.toReversed()) {
      const items: readonly unknown[] = Array.isArray(document.value) ? document.value : []
      const at = items.findLastIndex(item => valueAt(item, ['rule']) === name && valueAt(item, [key]) !== undefined)
      const range = at === -1 ? undefined : document.rangeOf([at, key])
      const place = range && lineOf({ file: file.name, ...range }, on)
      if (place) return { text, place, lit: `decides ${key}` }
    }
  return { text }
}

/** The lines of a place in a rule file. */
export function lineOf(
  at: { readonly file: string; readonly start: number; readonly end: number },
  { host, files }: RuleFilesOnHost,
): Place | undefined {
  const file = files.find(({ name }) => name === at.file)
  return file && placeOf({ host, path: file.name, text: file.text }, at)
}

function valueWords(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return 'the event has no such field'
  if (value === '') return 'it is empty'
  return typeof value === 'string' ? `it is \`${value}\`` : `there are \`${value.join(', ')}\``
}
