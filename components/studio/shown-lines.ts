/** At most this many lines of a file are drawn, and this much of each, in UTF-16 units. */
const linesAtMost = 2000
const longest = 2000

export interface ShownLines {
  readonly lines: readonly { readonly number: number; readonly text: string; readonly cut: boolean }[]
  /** Of all lines of the file. */
  readonly of: number
}

/** The lines of a text that are drawn: all, or those around one when there are too many. `line` counts from 1. */
export function shownLines(text: string, line = 1): ShownLines {
  const all = text.split(/\r\n|\r|\n/)
  // What ends with a line end has no line after it.
  if (all.length > 1 && all.at(-1) === '') all.pop()
  const from = Math.max(0, Math.min(line - 1 - linesAtMost / 2, all.length - linesAtMost))
  const lines = all.slice(from, from + linesAtMost).map((it, at) => {
    const cut = it.length > longest
    return { number: from + at + 1, text: cut ? it.slice(0, longest) : it, cut }
  })
  return { lines, of: all.length }
}

/** A line number out of an address; undefined for what is none. */
export function readLine(sent: string | undefined): number | undefined {
  return sent !== undefined && /^[1-9]\d{0,6}$/.test(sent) ? Number(sent) : undefined
}
