import { choicesOf, type Field, fieldAt } from '#engine/validation/field.ts'
import type { Path, Range } from '#engine/yaml/range.ts'
import { wordAt } from './complete.ts'
import type { Cursor } from './cursor.ts'

export interface Hover {
  readonly range: Range
  /** "rules[0].omitStages", or the value that is explained. */
  readonly title: string
  readonly says: string
}

/** What the word at the cursor means: a known value by itself, else the field that it belongs to. */
export function hover(text: string, offset: number, cursor: Cursor, root: Field, value: unknown): Hover | undefined {
  const { at, range, token } = cursor
  if (range.start === range.end) return undefined
  if (at === 'key') {
    const path = [...cursor.path, token]
    const field = fieldAt(root, path)
    return field && { range, title: shown(path), says: field.says }
  }
  const field = fieldAt(root, cursor.path)
  if (!field) return undefined
  const word = field.wordOf ? wordAt(text, offset, field.wordOf) : range
  const written = field.wordOf ? text.slice(word.start, word.end) : token
  const choices = choicesOf(field, value, cursor.path, field.wordOf && { word: written })
  const choice = choices.find(each => each.text === written)
  if (choice) return { range: word, title: choice.text === '' ? '""' : choice.text, says: choice.says }
  return field.wordOf ? undefined : { range, title: shown(cursor.path), says: field.says }
}

function shown(path: Path): string {
  return path
    .map(step => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}
