import { cursorOver } from '../condition/cursor.ts'
import { parseField } from '../condition/parse-operand.ts'
import { listOperators, modifiers, operators, stringOperators } from '../condition/syntax.ts'
import { findField } from '../fields.ts'
import { joined, type MappedText, type Place, standingFor, unplaced } from '../mapped-text.ts'
import type { ExceptionPart, RuleException } from './collector.ts'
import { requiredScalar } from './decode.ts'
import { type Notify, noticeOf, refuse } from './notice.ts'
import type { Raw, RawMap } from './raw.ts'

/** Reads a rule's `exceptions`, with Falco's words for what it refuses. */
export function readExceptions(
  rule: RawMap,
  notify: Notify,
  { appending = false }: { readonly appending?: boolean } = {},
): readonly RuleException[] {
  const value = rule.entries.get('exceptions')?.value
  if (!value || value.kind === 'null') return []
  const asYaml = { falco: 'LOAD_ERR_YAML_VALIDATE' }
  if (value.kind !== 'sequence')
    refuse('falco-bad-exception', 'Rule exceptions must be a sequence', value.place, asYaml)
  const found: RuleException[] = []
  for (const item of value.items) {
    if (item.kind !== 'map') refuse('falco-bad-exception', 'Rule exception must be a mapping', item.place, asYaml)
    const { text: name, place } = requiredScalar(item, 'name')
    if (found.some(each => each.name === name))
      notify(
        noticeOf('falco-exception-twice', `Multiple definitions of exception '${name}' in the same rule`, place, {
          data: { name },
        }),
      )
    if (!appending && !item.entries.has('fields')) requiredScalar(item, 'fields')
    const values = item.entries.get('values')?.value
    if (values && values.kind !== 'sequence')
      refuse('falco-bad-exception', 'Rule exception values must be a sequence', values.place, asYaml)
    found.push({
      name,
      place,
      fields: partsOf(item.entries.get('fields')?.value),
      comps: partsOf(item.entries.get('comps')?.value),
      values: (values?.items ?? []).map(each => partsOf(each) ?? { text: '', place: each.place }),
      hasValues: values !== undefined,
    })
  }
  return found
}

type Parts = ExceptionPart | readonly ExceptionPart[]

function partsOf(value: Raw | undefined): Parts | undefined {
  if (value?.kind === 'scalar') return partOf(value)
  if (value?.kind !== 'sequence') return undefined
  return value.items.map(partOf)
}

function partOf(item: Raw): ExceptionPart {
  if (item.kind === 'scalar' && item.text === '') refuse('falco-empty-value', 'Value must be non-empty', item.place)
  if (item.kind !== 'sequence') return { text: item.kind === 'scalar' ? item.text : '', place: item.place }
  const texts = item.items.map(each => (each.kind === 'scalar' ? quoted(each.text) : ''))
  return { text: `(${texts.join(', ')})`, isList: true, place: item.place }
}

function isList(parts: Parts | undefined): parts is readonly ExceptionPart[] {
  return Array.isArray(parts)
}

const one = (parts: Parts | undefined): ExceptionPart | undefined => (parts && !isList(parts) ? parts : undefined)

const isModified = (comp: string) => {
  const [operator, modifier] = comp.split(/\s+/)
  return stringOperators.some(each => each === operator) && modifiers.some(each => each === modifier)
}
const isListed = (comp: string) => listOperators.some(each => each === comp) || isModified(comp)

/** Checks fields and comparisons. A replacing list Falco takes unchecked, and falls over where `comps` is missing. */
export function checkExceptions(
  exceptions: readonly RuleException[],
  { replacing }: { readonly replacing: boolean },
): void {
  for (const exception of exceptions) {
    const { fields, comps, place } = exception
    const bad: (message: string, at?: Place) => never = (message, at = place) =>
      refuse('falco-bad-exception', message, at)
    if (replacing) {
      if (fields && !comps)
        refuse(
          'falco-exception-crash',
          'Falco crashes when exceptions that replace others have no comps. Give each its comps.',
          place,
        )
      continue
    }
    if (!fields || (isList(fields) && fields.length === 0))
      bad('Rule exception item must have fields property with a list of fields')
    if (isList(fields)) {
      if (comps && (!isList(comps) || comps.length !== fields.length))
        bad('Fields and comps lists must have equal length')
      for (const comp of isList(comps) ? comps : [])
        if (!operators.some(each => each === comp.text.trim()) && !isModified(comp.text.trim()))
          bad(`'${comp.text}' is not a supported comparison operator`, comp.place)
      for (const field of fields) checkField(field)
    } else {
      if (isList(comps)) bad('Fields and comps must both be strings')
      const comp = one(comps)
      if (comp && !isListed(comp.text.trim()))
        bad(
          'When fields is a single value, comps must be one of (in, pmatch, intersects) or a modifier operator (e.g. startswith oneof)',
          comp.place,
        )
      checkField(fields)
    }
  }
}

function checkField({ text, place }: ExceptionPart): void {
  if (text.includes('(')) return
  const cursor = cursorOver(text)
  const field = parseField(cursor, unplaced(text))
  if (field && cursor.at === text.length && !('kind' in findField(field.name, field.argument))) return
  refuse('falco-bad-exception', `'${text}' is not a supported filter field`, place, { data: { field: text } })
}

/** Adds values to exceptions that are there, and new exceptions. */
export function appendExceptions(
  before: readonly RuleException[],
  added: readonly RuleException[],
  notify: Notify,
): readonly RuleException[] {
  const all = [...before]
  for (const exception of added) {
    const { name, place, fields, comps, values, hasValues } = exception
    const bad: (message: string) => never = message => refuse('falco-bad-exception', message, place)
    if (!hasValues) {
      const message = 'Overriding/appending exception with no values'
      notify(noticeOf('falco-exception-no-values', message, place, { data: { name } }))
    }
    const at = all.findIndex(each => each.name === name)
    const known = all[at]
    if (!known) {
      if (!fields) bad('Rule exception must have fields property with a list of fields')
      if (!hasValues) bad('Rule exception must have values property with a list of values')
      checkExceptions([exception], { replacing: false })
      all.push(exception)
      continue
    }
    if (fields) bad('Can not append exception fields to existing exception, only values')
    if (comps) bad('Can not append exception comps to existing exception, only values')
    all[at] = { ...known, values: [...known.values, ...values] }
  }
  return all
}

/** A condition with its exceptions, put together as text. */
export function withExceptions(condition: MappedText, exceptions: readonly RuleException[]): MappedText {
  if (exceptions.length === 0) return condition
  const parts = [unplaced('('), condition, unplaced(')')]
  for (const exception of exceptions) {
    const text = expanded(exception)
    if (text !== '') parts.push(unplaced(' and not '), standingFor(text, exception.place))
  }
  return joined(parts)
}

function expanded({ fields, comps, values, place }: RuleException): string {
  if (!fields || values.length === 0) return ''
  if (!isList(fields)) {
    const nested = values.find(isList)
    if (nested)
      refuse('falco-bad-exception', 'Expected values array to contain a list of strings', nested[0]?.place ?? place)
    const comp = one(comps)?.text.trim() ?? 'in'
    return `(${fields.text} ${comp} (${values.map(value => quoted(one(value)?.text ?? '')).join(', ')}))`
  }
  const tuples = values.map(value => {
    const tuple = isList(value) ? value : []
    if (tuple.length !== fields.length)
      refuse('falco-bad-exception', 'Fields and values lists must have equal length', one(value)?.place ?? place)
    return `(${fields.map((field, at) => ` ${field.text} ${compAt(comps, at)} ${shown(tuple[at], compAt(comps, at))}`).join(' and ')})`
  })
  return `(${tuples.join(' or ')})`
}

function compAt(comps: Parts | undefined, at: number): string {
  return (isList(comps) ? comps[at]?.text.trim() : undefined) ?? '='
}

function shown(value: ExceptionPart | undefined, comp: string): string {
  const { text, isList } = value ?? { text: '' }
  if (isList) return text
  if (!isListed(comp)) return quoted(text)
  return text.startsWith('(') ? text : `(${text})`
}

/** As Falco quotes an item: when it has a blank, and no quote of its own. Nothing is escaped. */
export function quoted(text: string): string {
  return text.includes(' ') && !/^["']/.test(text) ? `"${text}"` : text
}
