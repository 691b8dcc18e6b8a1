import type { Path, Range } from '#engine/yaml/range.ts'

/** What stands at a cursor, found without a sound document around it. */
export interface Cursor {
  /**
   * `key`: a key of the map at `path`. `value`: the value at `path`. `item`: the place for another item of the list at
   * `path`, before its dash. `open`: the value at `path`, which has only begun and may become a map or a list yet.
   */
  readonly at: 'key' | 'value' | 'item' | 'open'
  readonly path: Path
  /** The whole word, quotes included; empty where nothing stands yet. */
  readonly range: Range
  /** The word without its quotes. */
  readonly token: string
  readonly quote: '"' | "'" | ''
  /** The other keys of the map, for `key`. */
  readonly keys: readonly string[]
  /** A part of a TOML header, `[a.b]`. */
  readonly inHeader?: true
}

/** Nothing stands here yet. */
export function emptyCursor(at: Cursor['at'], path: Path, offset: number, keys: readonly string[] = []): Cursor {
  return { at, path, range: { start: offset, end: offset }, token: '', quote: '', keys }
}

/** A quoted word: where it ends (behind its closing quote, or at the line's end without one), and what it says. */
export function quotedWord(text: string, start: number, limit: number) {
  const quote = text.charAt(start)
  let at = start + 1
  while (at < limit && text.charAt(at) !== quote) at += quote === '"' && text.charAt(at) === '\\' ? 2 : 1
  if (at < limit) return { end: at + 1, closed: true, token: text.slice(start + 1, at) }
  const lineEnd = text.indexOf('\n', start)
  const end = lineEnd < 0 ? limit : Math.min(lineEnd, limit)
  return { end, closed: false, token: text.slice(start + 1, end) }
}

/** The cursor in a quoted word; undefined when it stands outside of it. A word without an end ends at the cursor. */
export function inQuoted(
  text: string,
  start: number,
  word: ReturnType<typeof quotedWord>,
  offset: number,
): Pick<Cursor, 'range' | 'token' | 'quote'> | undefined {
  if (offset <= start || offset > word.end || (word.closed && offset === word.end)) return undefined
  const quote = text.charAt(start) === '"' ? '"' : "'"
  if (word.closed) return { range: { start, end: word.end }, token: word.token, quote }
  return { range: { start, end: offset }, token: text.slice(start + 1, offset), quote }
}
