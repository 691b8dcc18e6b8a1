import type { LineColumn, Range } from './range.ts'

/** Where an offset lies. Lines end in LF, CRLF or a lone CR, as in YAML; columns count UTF-16 units. */
export function lineColumn(text: string, offset: number): LineColumn {
  return placesIn(text.slice(0, Math.max(offset, 0)))(offset)
}

/** The same for many offsets of one text: looks for its line ends once. */
export function placesIn(text: string): (offset: number) => LineColumn {
  const starts = [0]
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1)
  }
  return offset => {
    const at = Math.min(Math.max(offset, 0), text.length)
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 }
  }
}

/** The lines of a piece of text, the last one included. */
export interface LinesOf {
  readonly line: number
  readonly endLine: number
}

/** The lines of a piece of text. Blank space at its end does not count. */
export function linesOf(text: string, range: Range): LinesOf {
  return linesIn(text)(range)
}

/** The same for many pieces of one text: looks for its line ends once. */
export function linesIn(text: string): (range: Range) => LinesOf {
  const place = placesIn(text)
  return range => {
    let end = Math.min(range.end, text.length)
    while (end > range.start && /\s/.test(text.charAt(end - 1))) end--
    const { line } = place(range.start)
    return { line, endLine: end > range.start ? place(end - 1).line : line }
  }
}
