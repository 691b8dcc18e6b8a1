import { compileCondition } from '../validation/falco/condition/compile.ts'
import { compileSubject } from '../validation/falco/condition/subject.ts'
import type { CheckNode, ConditionNode } from '../validation/falco/condition/syntax.ts'
import type { FalcoEvent, FieldValue } from '../validation/falco/event.ts'
import { placeIn } from '../validation/falco/mapped-text.ts'
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
  const holds = compileCondition(rule.condition, () => {})(event)
  if (holds === undefined) return undefined
  const found = decidingCheck(rule.condition, event, holds, false)
  if (found) return told(found, event, on)
  return holds ? ofRule(rule, `All of the condition of “${rule.name}” holds.`, 'holds', on) : undefined
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

interface Deciding {
  readonly check: CheckNode
  readonly holds: boolean
  /** Under an odd number of nots. */
  readonly negated: boolean
}

/** Of a false `and` and a true `or`, its first such part; the others are decided by all their parts together. */
function decidingCheck(node: ConditionNode, event: FalcoEvent, holds: boolean, negated: boolean): Deciding | undefined {
  switch (node.kind) {
    case 'check':
      return { check: node, holds, negated }
    case 'macro':
      return undefined
    case 'not':
      return decidingCheck(node.child, event, !holds, !negated)
    default: {
      // A false `or` has no part that would have been the right one: its last is as good as any.
      const parts = node.kind === 'or' && !holds ? node.children.toReversed() : node.children
      if (node.kind === 'and' && holds) return undefined
      const part = parts.find(child => compileCondition(child, () => {})(event) === holds)
      return part && decidingCheck(part, event, holds, negated)
    }
  }
}

function told({ check, holds, negated }: Deciding, event: FalcoEvent, on: RuleFilesOnHost): DecidedBy {
  const at = placeIn(check.source, check.start, check.end)
  const place = at && lineOf(at, on)
  const text = on.files.find(({ name }) => name === at?.file)?.text
  const written = (at && text ? text.slice(at.start, at.end) : check.source.text.slice(check.start, check.end))
    .replaceAll(/\s+/g, ' ')
    .trim()
  const value = compileSubject(check.left, check, () => undefined)?.get(event)
  const verdict = holds ? 'holds' : 'does not hold'
  const denied = negated ? ' Before it stands `not`.' : ''
  return {
    text: `\`${written}\` ${verdict}: ${valueWords(value)}.${denied}`,
    ...(place && { place, lit: verdict }),
  }
}

function valueWords(value: FieldValue | undefined): string {
  if (value === null || value === undefined) return 'the event has no such field'
  if (value === '') return 'it is empty'
  return typeof value === 'string' ? `it is \`${value}\`` : `there are \`${value.join(', ')}\``
}
