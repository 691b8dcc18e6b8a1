import { placesIn } from '#engine/yaml/place.ts'
import type { Range } from '#engine/yaml/range.ts'

/** A line of a text, and the sign below it that shows a piece of it; without line ends. */
export interface Excerpt {
  readonly line: number
  readonly column: number
  readonly text: string
  /** Blank space, then carets. */
  readonly marks: string
}

/** Longer lines are shown from a little before the place on. */
const columnsAtMost = 100
const before = 20

/** Shows where a piece of a text begins. */
export function excerptOf(text: string, { start, end }: Range): Excerpt {
  const { line, column } = placesIn(text)(start)
  const from = Math.min(start, text.length) - (column - 1)
  const [whole = ''] = /^[^\r\n]*/.exec(text.slice(from)) ?? []
  const cut = whole.length > columnsAtMost ? Math.max(column - 1 - before, 0) : 0
  const shown = whole.slice(cut, cut + columnsAtMost)
  const lead = cut > 0 ? '…' : ''
  const tail = cut + columnsAtMost < whole.length ? '…' : ''
  // Tabs stay, so that the carets stand where the terminal puts the text.
  const space = lead.replace('…', ' ') + whole.slice(cut, column - 1).replace(/[^\t]/gu, ' ')
  const length = [...shown.slice(column - 1 - cut, Math.max(end - from - cut, 0))].length
  return { line, column, text: `${lead}${shown}${tail}`, marks: space + '^'.repeat(Math.max(length, 1)) }
}
