import { width } from '../width.ts'

/** Names in as many columns as fit, downwards or (`-x`) across. */
export function columns(cells: readonly string[], line: number, across: boolean): string {
  if (cells.length === 0) return ''
  for (let count = Math.min(cells.length, Math.floor(line / 3) || 1); count >= 1; count--) {
    const rows = Math.ceil(cells.length / count)
    if (!across && Math.ceil(cells.length / rows) < count) continue
    const at = (row: number, column: number) => cells[across ? row * count + column : column * rows + row]
    const widths = Array.from({ length: count }, (_, column) =>
      Math.max(0, ...Array.from({ length: rows }, (_, row) => width(at(row, column) ?? ''))),
    )
    const whole = widths.reduce((sum, it) => sum + it + 2, -2)
    if (whole >= line && count > 1) continue
    let out = ''
    for (let row = 0; row < rows; row++) {
      let text = ''
      for (let column = 0; column < count; column++) {
        const cell = at(row, column)
        if (cell === undefined) break
        const more = at(row, column + 1) !== undefined && column + 1 < count
        text += more ? cell + ' '.repeat((widths[column] ?? 0) + 2 - width(cell)) : cell
      }
      out += `${text}\n`
    }
    return out
  }
  return cells.map(cell => `${cell}\n`).join('')
}
