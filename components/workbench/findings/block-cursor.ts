import type { Path } from '#engine/yaml/range.ts'
import { type Cursor, emptyCursor, inQuoted, quotedWord } from './cursor.ts'
import { scanFlow } from './flow-cursor.ts'

/** A map or a list that is open at a line, by the column where its keys or dashes stand. */
interface Frame {
  readonly column: number
  readonly list: boolean
  readonly keys: string[]
  key: string
  index: number
  /** Where the value of the key began, if it is a plain one, which may go on below. */
  plainFrom: number | undefined
}

interface Line {
  readonly start: number
  /** Without the line's end. */
  readonly end: number
  readonly indent: number
  /** Where the next line begins; beyond the text after the last one. */
  readonly next: number
}

const key = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#[\]{}&*!|>%@`,](?:[^:#\n]|:(?=\S)|(?<=\S)#)*?)[ \t]*:(?=\s|$)/

/**
 * What stands at an offset of a YAML document, by the indentation of the lines above. Faults in other lines do no harm, as
 * long as they are indented as they are meant. Undefined in comments, and where nothing can be said.
 */
export function scanBlock(text: string, offset: number): Cursor | undefined {
  const frames: Frame[] = []
  const path = (upTo = frames.length): Path =>
    frames.slice(0, upTo).map(frame => (frame.list ? frame.index : frame.key))
  let from = 0

  const closeTo = (column: number, dash: boolean) => {
    for (let top = frames.at(-1); top; top = frames.at(-1)) {
      if (top.column < column || (top.column === column && (dash || !top.list))) return
      frames.pop()
    }
  }

  const onEmptyLine = (column: number): Cursor | undefined => {
    for (let top = frames.at(-1); top && top.column > column; top = frames.at(-1)) frames.pop()
    const below = frames.at(-2)
    if (frames.at(-1)?.list && below?.list === false && below.column === column) frames.pop()
    const top = frames.at(-1)
    if (!top) return emptyCursor('open', [], offset)
    if (top.column < column) return valueBelow(top) ?? emptyCursor('open', path(), offset)
    if (top.list) return emptyCursor('item', path(frames.length - 1), offset)
    return emptyCursor('key', path(frames.length - 1), offset, [...top.keys, ...keysBelow(text, offset, column)])
  }

  /** A plain value that goes on in a deeper line. */
  const valueBelow = (top: Frame): Cursor | undefined => {
    if (top.list || top.plainFrom === undefined) return undefined
    const range = { start: top.plainFrom, end: lineAt(text, offset).end }
    return { at: 'value', path: path(), range, token: text.slice(range.start, range.end), quote: '', keys: [] }
  }

  while (from <= offset) {
    const line = lineAt(text, from)
    const here = offset <= line.end
    from = line.next
    let at = line.start + line.indent
    if (at >= line.end || text.charAt(at) === '#') {
      if (!here) continue
      return offset > at && at < line.end ? undefined : onEmptyLine(offset - line.start)
    }
    if (offset < at) return undefined

    closeTo(line.indent, isDash(text, at, line.end))
    while (isDash(text, at, line.end)) {
      const column = at - line.start
      const top = frames.at(-1)
      if (top?.list && top.column === column) top.index++
      else frames.push({ column, list: true, keys: [], key: '', index: 0, plainFrom: undefined })
      at++
      while (at < line.end && text.charAt(at) === ' ') at++
      if (at < line.end ? offset < at : offset === line.end && text.charAt(offset - 1) === '-') return undefined
    }
    if (at >= line.end) {
      if (here) return emptyCursor('open', path(), offset)
      continue
    }

    const column = at - line.start
    const found = key.exec(text.slice(at, line.end))
    if (found) {
      const written = found[0].slice(0, -1).trimEnd()
      const name = written.replace(/^(["'])(.*)\1$/, '$2')
      let top = frames.at(-1)
      const siblings = top && !top.list && top.column === column ? [...top.keys] : []
      if (!top || top.list || top.column !== column) {
        top = { column, list: false, keys: [], key: name, index: 0, plainFrom: undefined }
        frames.push(top)
      }
      top.key = name
      top.keys.push(name)
      top.plainFrom = undefined
      const range = { start: at, end: at + written.length }
      if (here && offset <= range.end) {
        const quote = written.startsWith('"') ? '"' : written.startsWith("'") ? "'" : ''
        const keys = [...siblings, ...keysBelow(text, offset, column)]
        return { at: 'key', path: path(frames.length - 1), range, token: name, quote, keys }
      }
      at += found[0].length
      if (here && offset <= at) return undefined
      while (at < line.end && /[ \t]/.test(text.charAt(at))) at++
      const properties = /^(?:[&!]\S*[ \t]+)+/.exec(text.slice(at, line.end))
      at += properties?.[0].length ?? 0
      if (at >= line.end || text.charAt(at) === '#') {
        if (here) return at < line.end && offset > at ? undefined : emptyCursor('value', path(), offset)
        continue
      }
    }

    const parent = found ? column : (frames.at(-1)?.column ?? -1)
    const first = text.charAt(at)
    if (found && /[|>]/.test(first)) {
      const end = blockEnd(text, from, column)
      if (here) return undefined
      if (offset <= end) {
        const range = { start: from, end }
        return { at: 'value', path: path(), range, token: text.slice(from, end), quote: '', keys: [] }
      }
      from = lineAt(text, end).next
    } else if (/[[{]/.test(first)) {
      const flow = scanFlow(text, at, flowLimit(text, from, parent), offset, path())
      if (flow.cursor || offset < flow.end || here) return flow.cursor
      from = lineAt(text, Math.max(flow.end - 1, line.start)).next
    } else if (/["']/.test(first)) {
      const word = quotedWord(text, at, flowLimit(text, from, parent))
      const inside = inQuoted(text, at, word, offset)
      if (inside) return { at: 'value', path: path(), keys: [], ...inside }
      if (here) return undefined
      from = lineAt(text, word.end).next
    } else if (found) {
      const top = frames.at(-1)
      if (top) top.plainFrom = at
      if (here) return plain(text, 'value', path(), at, line.end, offset)
    } else if (here) {
      const top = frames.at(-1)
      const below = top && top.column < column ? valueBelow(top) : undefined
      if (below) return below
      if (!top || top.list || top.column < column) return plain(text, 'open', path(), at, line.end, offset)
      const keys = [...top.keys, ...keysBelow(text, offset, column)]
      return plain(text, 'key', path(frames.length - 1), at, line.end, offset, keys)
    }
  }
  return undefined
}

/** A word without quotes: up to a comment. In the comment itself nothing is said. */
function plain(
  text: string,
  at: Cursor['at'],
  path: Path,
  start: number,
  lineEnd: number,
  offset: number,
  keys: readonly string[] = [],
): Cursor | undefined {
  const comment = /\s#/.exec(text.slice(start, lineEnd))
  const limit = comment ? start + comment.index : lineEnd
  if (offset < start || offset > limit) return undefined
  const token = text.slice(start, limit).trimEnd()
  return { at, path, range: { start, end: Math.max(start + token.length, offset) }, token, quote: '', keys }
}

function lineAt(text: string, offset: number): Line {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  const newline = text.indexOf('\n', offset)
  const whole = newline < 0 ? text.length : newline
  const end = whole > start && text.charAt(whole - 1) === '\r' ? whole - 1 : whole
  let indent = 0
  while (start + indent < end && text.charAt(start + indent) === ' ') indent++
  return { start, end, indent, next: whole + 1 }
}

function isDash(text: string, at: number, lineEnd: number): boolean {
  return text.charAt(at) === '-' && (at + 1 >= lineEnd || text.charAt(at + 1) === ' ')
}

/** Where a block scalar ends: before the first line that is indented no deeper than its key. */
function blockEnd(text: string, from: number, column: number): number {
  let end = from - 1
  for (let at = from; at <= text.length; ) {
    const line = lineAt(text, at)
    if (line.start + line.indent < line.end && line.indent <= column) break
    end = line.end
    at = line.next
  }
  return end
}

/** How far brackets or quotes that nobody closes may reach: to the next line that is clearly a key or an item again. */
function flowLimit(text: string, from: number, column: number): number {
  for (let at = from; at < text.length; ) {
    const line = lineAt(text, at)
    const start = line.start + line.indent
    if (line.indent <= column && start < line.end) {
      if (isDash(text, start, line.end) || key.test(text.slice(start, line.end))) return line.start
    }
    at = line.next
  }
  return text.length
}

/** The keys of the same map that stand below. */
function keysBelow(text: string, offset: number, column: number): readonly string[] {
  const keys: string[] = []
  for (let at = lineAt(text, offset).next; at < text.length; ) {
    const line = lineAt(text, at)
    const start = line.start + line.indent
    at = line.next
    if (start >= line.end || text.charAt(start) === '#' || line.indent > column) continue
    if (line.indent < column) break
    const found = key.exec(text.slice(start, line.end))
    if (found) keys.push(found[0].slice(0, -1).trim())
    else if (!isDash(text, start, line.end) || keys.length === 0) break
  }
  return keys
}
