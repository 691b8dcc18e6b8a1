import { compileCondition } from '../condition/compile.ts'
import { parseCondition } from '../condition/parse.ts'
import { modifiers, operators, stringOperators } from '../condition/syntax.ts'
import { findWritten } from '../fields.ts'
import { type Place, unplaced } from '../mapped-text.ts'
import type { ExceptionEntry, RuleException } from './collector.ts'
import { refuse } from './notice.ts'

/** `startswith oneof` and its like; exactly one blank stands between the two. */
export function isModified(comp: string): boolean {
  const [operator, ...rest] = comp.split(' ')
  const modifier = rest.join(' ')
  return stringOperators.some(each => each === operator) && modifiers.some(each => each === modifier)
}

/** Whether an exception's part says anything. */
function isGiven(entry: ExceptionEntry | undefined): entry is ExceptionEntry {
  return entry !== undefined && (entry.isList ? entry.items.length > 0 : entry.text !== '')
}

/**
 * Checks the fields and comparisons of exceptions that define, and gives them with what they leave out filled in. Fields
 * of a rule whose source is unknown are not looked at.
 */
export function checkExceptions(exceptions: readonly RuleException[], known: boolean): readonly RuleException[] {
  return exceptions.map(exception => {
    const { fields, context, place } = exception
    if (!isGiven(fields))
      refuse('falco-bad-exception', 'Rule exception item must have fields property with a list of fields', context, {
        place,
      })
    return checked(exception, fields, known)
  })
}

const ownBlanks = /^[ \t\r\n]+|[ \t\r\n]+$/g

function checked(exception: RuleException, fields: ExceptionEntry, known: boolean): RuleException {
  const { context, place } = exception
  const bad: (message: string, at?: Place, data?: Readonly<Record<string, unknown>>) => never = (
    message,
    at = place,
    data = {},
  ) => refuse('falco-bad-exception', message, context, { place: at, data })
  const trimmed = (entry: ExceptionEntry): ExceptionEntry => ({ ...entry, text: entry.text.replace(ownBlanks, '') })
  const check = ({ text, place: at }: ExceptionEntry) => {
    const fault = known ? faultOf(text) : undefined
    if (fault === undefined) return
    if (fault === '') bad(`'${text}' is not a supported filter field`, at, { field: text })
    // An argument that the field cannot have is no refusal of the loader's, so Falco tells the file alone.
    const root = { file: context.file, locations: context.locations.slice(0, 1) }
    refuse('falco-bad-exception', fault, root, { place: at, data: { field: text } })
  }
  const given = isGiven(exception.comps) ? exception.comps : undefined
  if (fields.isList) {
    const equals = fields.items.map(({ place: at }) => ({ isList: false, text: '=', items: [], place: at }))
    const comps = (given ? given.items : equals).map(trimmed)
    if (comps.length !== fields.items.length) bad('Fields and comps lists must have equal length')
    for (const { text, place: at } of comps)
      if (!operators.some(each => each === text) && !isModified(text))
        bad(`'${text}' is not a supported comparison operator`, at)
    for (const field of fields.items) check(field)
    return { ...exception, comps: { isList: true, text: '', items: comps, place } }
  }
  if (given?.isList) bad('Fields and comps must both be strings')
  const comp = trimmed(given ?? { isList: false, text: 'in', items: [], place })
  if (!['in', 'pmatch', 'intersects'].includes(comp.text) && !isModified(comp.text))
    bad(
      'When fields is a single value, comps must be one of (in, pmatch, intersects) or a modifier operator (e.g. startswith oneof)',
      comp.place,
    )
  check(fields)
  return { ...exception, comps: comp }
}

/** What is wrong with a field, or a call that a condition could ask whether it exists: empty where Falco has no more to say. */
function faultOf(text: string): string | undefined {
  if (!text.includes('(')) {
    const found = findWritten(text)
    return 'kind' in found ? (found.kind === 'unknown' ? '' : found.message) : undefined
  }
  const parsed = parseCondition(unplaced(`${text} exists`))
  let isSound = 'node' in parsed
  if ('node' in parsed)
    compileCondition(parsed.node, () => {
      isSound = false
    })
  return isSound ? undefined : ''
}

/** Adds values to exceptions that are there, and new exceptions. */
export function appendExceptions(
  before: readonly RuleException[],
  added: readonly RuleException[],
  known: boolean,
): readonly RuleException[] {
  const all = [...before]
  for (const exception of added) {
    const { name, place, context, fields, comps, values } = exception
    const bad: (message: string) => never = message => refuse('falco-bad-exception', message, context, { place })
    const at = all.findIndex(each => each.name === name)
    const same = all[at]
    if (same) {
      if (isGiven(fields)) bad('Can not append exception fields to existing exception, only values')
      if (isGiven(comps)) bad('Can not append exception comps to existing exception, only values')
      all[at] = { ...same, values: [...same.values, ...values] }
      continue
    }
    if (!isGiven(fields)) bad('Rule exception must have fields property with a list of fields')
    if (values.length === 0) bad('Rule exception must have values property with a list of values')
    all.push(checked(exception, fields, known))
  }
  return all
}
