import type { LineColumn, Range } from './range.ts'

/** Where an offset lies. Lines end in LF, CRLF or a lone CR, as in YAML; columns count UTF-16 units. */
export function lineColumn(text: string, offset: number): LineColumn {
  const at = Math.min(Math.max(offset, 0), text.length)
  let line = 1
  let start = 0
  for (let i = 0; i < at; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++
      start = i + 1
    }
  }
  return { line, column: at - start + 1 }
}

/** The lines of a piece of text, the last one included. Blank space at its end does not count. */
export function linesOf(text: string, range: Range): { readonly line: number; readonly endLine: number } {
  let end = Math.min(range.end, text.length)
  while (end > range.start && /\s/.test(text.charAt(end - 1))) end--
  const line = lineColumn(text, range.start).line
  return { line, endLine: end > range.start ? lineColumn(text, end - 1).line : line }
}
