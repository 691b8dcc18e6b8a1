import { type Choice, choicesOf, type Field, fieldAt } from '#engine/validation/field.ts'
import type { ArtefactKind } from '#engine/validation/kinds.ts'
import type { Range } from '#engine/yaml/range.ts'
import type { Cursor } from './cursor.ts'

export interface Completion {
  /** What the list shows. */
  readonly label: string
  readonly insert: string
  /** What the insertion takes the place of. */
  readonly range: Range
  readonly says: string
  readonly kind: 'key' | 'value'
  /** Whether more is to be chosen right behind it. */
  readonly goesOn: boolean
}

interface Place {
  readonly text: string
  readonly offset: number
  readonly cursor: Cursor
  readonly root: Field
  /** What could be read last. */
  readonly value: unknown
  readonly syntax: ArtefactKind['syntax']
}

/** What can stand at the cursor, in the order in which it is told. */
export function complete(place: Place): readonly Completion[] {
  const { cursor, root, value } = place
  const field = fieldAt(root, cursor.path)
  if (!field) return []
  if (cursor.at === 'key') return keysOf(place, field, '')
  if (cursor.at === 'item') return field.items ? itemOf(place, field.items) : []
  if (field.wordOf) return wordsOf(place, field, field.wordOf)
  const values = valuesOf(place, choicesOf(field, value, cursor.path), '')
  if (cursor.at === 'value' || cursor.quote !== '') return values
  const item = cursor.token === '' && field.items ? itemOf(place, field.items) : []
  return [...values, ...keysOf(place, field, ''), ...item]
}

function keysOf(place: Place, { keys = {}, keysBeside }: Field, before: string): readonly Completion[] {
  const { cursor, value } = place
  const offered = keysBeside?.({ root: value, path: cursor.path, keys: cursor.keys })
  return Object.entries(keys)
    .filter(([name]) => !cursor.keys.includes(name) && offered?.includes(name) !== false)
    .map(([name, field]) => {
      const suffix = suffixOf(place, field)
      return {
        ...{ label: name, insert: before + keyText(place, name) + suffix, range: cursor.range, says: field.says },
        ...({ kind: 'key', goesOn: suffix !== '' && field.values !== undefined } as const),
      }
    })
}

function keyText({ cursor, syntax }: Place, name: string): string {
  const needed = syntax === 'json' ? '"' : syntax === 'toml' && !/^[\w-]+$/.test(name) ? "'" : ''
  const quote = cursor.quote || needed
  return quote + name + quote
}

/** What follows a key, unless it is there already. */
function suffixOf({ text, cursor, syntax }: Place, field: Field): string {
  const rest = text.slice(cursor.range.end)
  if (syntax === 'apparmor') return field.values && !/^[ \t]/.test(rest) ? ' ' : ''
  const isNested = field.keys !== undefined || field.items !== undefined || field.others !== undefined
  if (syntax === 'toml') return cursor.inHeader || /^[ \t]*[=.]/.test(rest) ? '' : field.items ? ' = [' : ' = '
  if (/^[ \t]*:/.test(rest)) return ''
  return isNested && syntax === 'yaml' ? ':' : ': '
}

/** Another item of a block list: its dash, and what it may begin with. */
function itemOf(place: Place, field: Field): readonly Completion[] {
  if (place.syntax !== 'yaml') return []
  if (field.keys) return keysOf(place, field, '- ')
  return valuesOf(place, choicesOf(field, place.value, [...place.cursor.path, 0]), '- ')
}

function valuesOf({ cursor, syntax }: Place, choices: readonly Choice[], before: string): readonly Completion[] {
  return choices.map(({ text, says }) => ({
    ...{ label: text === '' ? '""' : text, insert: before + written(text, cursor.quote, syntax), range: cursor.range },
    ...({ says, kind: 'value', goesOn: false } as const),
  }))
}

/** Only the word at the cursor is replaced, not the expression around it. */
function wordsOf({ text, offset, cursor, value }: Place, field: Field, wordOf: RegExp): readonly Completion[] {
  const range = wordAt(text, offset, wordOf)
  const begin = Math.min(cursor.range.start + cursor.quote.length, range.start)
  const expression = { word: text.slice(range.start, range.end), before: text.slice(begin, range.start) }
  return choicesOf(field, value, cursor.path, expression).map(({ text, says }) => ({
    ...{ label: text, insert: text, range, says },
    ...({ kind: 'value', goesOn: false } as const),
  }))
}

export function wordAt(text: string, offset: number, wordOf: RegExp): Range {
  let start = offset
  let end = offset
  while (start > 0 && wordOf.test(text.charAt(start - 1))) start--
  while (end < text.length && wordOf.test(text.charAt(end))) end++
  return { start, end }
}

function written(text: string, quote: Cursor['quote'], syntax: Place['syntax']): string {
  if (quote !== '') return quote + text + quote
  if (syntax === 'apparmor') return text
  const plain = syntax === 'yaml' ? /^[A-Za-z0-9/][^#,[\]{}]*$/ : /^(?:\d+|true|false|null)$/
  return plain.test(text) ? text : JSON.stringify(text)
}
