import { linesIn } from '#engine/yaml/place.ts'
import type { Range } from '#engine/yaml/range.ts'
import type { Lines, Why } from '../playground.ts'

/** The text that was asked for last: its line ends are looked for once. */
let known = { text: '', linesOf: linesIn('') }

/** The lines of a place in the text. */
export function placeIn(text: string, range: Range): Lines {
  if (known.text !== text) known = { text, linesOf: linesIn(text) }
  const { line, endLine } = known.linesOf(range)
  return [line, endLine]
}

/** `line 9` or `lines 9 to 12`. */
export function placeWords([from, to]: Lines): string {
  return from === to ? `line ${from}` : `lines ${from} to ${to}`
}

/** `4 rules`, `1 rule`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** Rows around the deciding one: of a long list, those far away tell nothing. */
const MAX_ROWS = 40

export function nearest(rows: readonly Why[]): readonly Why[] {
  if (rows.length <= MAX_ROWS) return rows
  const at = rows.findIndex(it => it.state === 'decides')
  const end = Math.min(rows.length, (at < 0 ? rows.length : at) + MAX_ROWS / 4)
  return rows.slice(Math.max(0, end - MAX_ROWS), end)
}
