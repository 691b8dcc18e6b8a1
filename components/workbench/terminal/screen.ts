/** Where a text ends and where its cursor stands, in rows and columns from the start of its first row. */
export interface Layout {
  readonly rows: number
  readonly endColumn: number
  readonly cursorRow: number
  readonly cursorColumn: number
}

const nothing = /^[\p{Mn}\p{Me}\p{Cf}]$/u
// What xterm draws two cells wide without a Unicode addon.
const wide: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  [0x2e80, 0x303e],
  [0x3040, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x2fffd],
  [0x30000, 0x3fffd],
]

/** How many cells of the terminal a character takes. */
export function cellsOf(character: string): 0 | 1 | 2 {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x300) return 1
  if (nothing.test(character)) return 0
  return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1
}

/** A text as the terminal can show it on one logical line: tabs as blanks, other control characters as ^X. */
export function shown(text: string): string {
  return Array.from(text, it => {
    const code = it.charCodeAt(0)
    if (it === '\t') return '    '
    return code < 0x20 || code === 0x7f ? `^${String.fromCharCode(code ^ 0x40)}` : it
  }).join('')
}

/** Lays a text out in rows of `columns` cells; `cursor` is an offset in the text. A full last row begins a new one. */
export function layOut(text: string, cursor: number, columns: number): Layout {
  let row = 0
  let column = 0
  let at = 0
  let place: { row: number; column: number } | undefined
  const wrap = () => {
    if (column < columns) return
    row++
    column = 0
  }
  for (const character of text) {
    const cells = cellsOf(character)
    if (column + cells > columns) {
      row++
      column = 0
    }
    if (at >= cursor && place === undefined) place = { row, column }
    column += cells
    at += character.length
  }
  wrap()
  place ??= { row, column }
  return { rows: row, endColumn: column, cursorRow: place.row, cursorColumn: place.column }
}

/** A text on the screen that is drawn again and again: it starts `lead` cells into its row, behind what a command left there. */
export interface Drawing {
  readonly lead: number
  /** Whether there is a prompt in front is the caller's business: `text` is all of it, without colours. */
  readonly text: string
  readonly cursor: number
  /** The text with colours. */
  readonly painted: string
}

/** What wipes a drawing whose cursor stands in row `cursorRow` of it. */
export function wiped(lead: number, cursorRow: number): string {
  return `${cursorRow > 0 ? `\x1b[${cursorRow}A` : ''}\r${lead > 0 ? `\x1b[${lead}C` : ''}\x1b[J`
}

/** What draws a text and puts the cursor in its place, and where that is. */
export function drawn({ lead, text, cursor, painted }: Drawing, columns: number): { out: string; layout: Layout } {
  const layout = layOut(' '.repeat(lead) + text, lead + cursor, columns)
  const newRow = layout.endColumn === 0 && layout.rows > 0 ? '\r\n' : ''
  const up = layout.rows - layout.cursorRow
  const right = layout.cursorColumn > 0 ? `\x1b[${layout.cursorColumn}C` : ''
  return { out: `${painted}${newRow}${up > 0 ? `\x1b[${up}A` : ''}\r${right}`, layout }
}

/** What takes the cursor behind the drawing, to the start of the next free row. */
export function left({ rows, cursorRow, endColumn }: Layout): string {
  const down = rows - cursorRow
  return `${down > 0 ? `\x1b[${down}B` : ''}\r${endColumn === 0 && rows > 0 ? '' : '\n'}`
}

/**
 * What has to be written to make one drawing of the other, when only something was typed at its end and the row did not
 * become full; undefined when it has to be drawn anew.
 */
export function appended(before: Drawing | null, after: Drawing, columns: number): string | undefined {
  if (before === null || before.lead !== after.lead || !after.text.startsWith(before.text)) return undefined
  if (before.cursor !== before.text.length || after.cursor !== after.text.length) return undefined
  const rows = (it: Drawing) => layOut(' '.repeat(it.lead) + it.text, 0, columns).rows
  return rows(before) === rows(after) ? after.text.slice(before.text.length) : undefined
}
