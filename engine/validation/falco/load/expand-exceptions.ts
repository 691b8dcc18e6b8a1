import { listOperators } from '../condition/syntax.ts'
import { joined, type MappedText, standingFor, unplaced } from '../mapped-text.ts'
import type { ExceptionEntry, RuleException } from './collector.ts'
import { isModified } from './exception-checks.ts'
import { refuse } from './notice.ts'

/** A condition with its exceptions, put together as text. Refuses values that do not go with their fields. */
export function withExceptions(condition: MappedText, exceptions: readonly RuleException[]): MappedText {
  if (exceptions.length === 0) return condition
  const parts = [unplaced('('), condition, unplaced(')')]
  for (const exception of exceptions) {
    const text = expanded(exception)
    if (text !== '') parts.push(unplaced(' and not '), standingFor(text, exception.place))
  }
  return joined(parts)
}

function expanded(exception: RuleException): string {
  const { fields, comps, values, context, place } = exception
  if (!fields?.isList) {
    const nested = values.find(({ isList }) => isList)
    if (nested)
      refuse('falco-bad-exception', 'Expected values array to contain a list of strings', context, {
        place: nested.place,
      })
    if (values.length === 0) return ''
    return `(${fields?.text ?? ''} ${comps?.text ?? ''} (${values.map(({ text }) => quoted(text)).join(', ')}))`
  }
  const tuples = values.map(value => {
    if (value.items.length !== fields.items.length)
      refuse('falco-bad-exception', 'Fields and values lists must have equal length', context, {
        place: value.isList ? place : value.place,
      })
    // Only exceptions that replace others can be without, because Falco does not look at those.
    if ((comps?.items.length ?? 0) < fields.items.length)
      refuse(
        'falco-exception-crash',
        'Falco crashes when exceptions that replace others have no comps. Give each its comps.',
        context,
        { place },
      )
    return `(${fields.items.map((field, at) => compared(field, comps?.items[at], value.items[at])).join(' and ')})`
  })
  return tuples.length === 0 ? '' : `(${tuples.join(' or ')})`
}

function compared(field: ExceptionEntry, comp: ExceptionEntry | undefined, value: ExceptionEntry | undefined): string {
  const operator = comp?.text ?? ''
  return ` ${field.text} ${operator} ${shown(value, operator)}`
}

function shown(value: ExceptionEntry | undefined, operator: string): string {
  if (value?.isList) {
    // Commas stand only behind text.
    const items = value.items.reduce((all, { text }) => `${all}${all === '' ? '' : ', '}${quoted(text)}`, '')
    return `(${items})`
  }
  const text = value?.text ?? ''
  const isListed = listOperators.some(each => each === operator) || isModified(operator)
  if (!isListed) return quoted(text)
  return text.startsWith('(') ? text : `(${text})`
}

/** As Falco quotes an item: when it has a blank, and no quote of its own. Nothing is escaped. */
export function quoted(text: string): string {
  return text.includes(' ') && !/^["']/.test(text) ? `"${text}"` : text
}
