import type { Path } from '#engine/yaml/range.ts'
import { type Cursor, emptyCursor, inQuoted, quotedWord } from './cursor.ts'
import { scanFlow } from './flow-cursor.ts'

/** What stands at an offset of a TOML text: the table by the header above, the key by its own line. */
export function scanToml(text: string, offset: number): Cursor | undefined {
  let table: Path = []
  for (let from = 0; from <= offset; ) {
    const end = lineEnd(text, from)
    const here = offset <= end
    const at = from + (/^[ \t]*/.exec(text.slice(from, end))?.[0].length ?? 0)
    from = end + 1
    if (at >= end || text.charAt(at) === '#') {
      if (here) return at < end && offset > at ? undefined : emptyCursor('key', table, offset, keysAround(text, offset))
    } else if (text.charAt(at) === '[') {
      const parts = partsOf(text, text.startsWith('[[', at) ? at + 2 : at + 1, end)
      const cursor = here ? inParts(parts, offset, [], []) : undefined
      if (here) return cursor && { ...cursor, inHeader: true }
      table = parts.map(({ token }) => token)
    } else {
      const parts = partsOf(text, at, end)
      const behind = parts.at(-1)?.range.end ?? at
      if (here && offset <= behind) return inParts(parts, offset, table, keysAround(text, offset))
      const equals = /^[ \t]*=[ \t]*/.exec(text.slice(behind, end))
      if (!equals) {
        if (here) return undefined
        continue
      }
      const start = behind + equals[0].length
      const path = [...table, ...parts.map(({ token }) => token)]
      if (text.charAt(start) === '[' || text.charAt(start) === '{') {
        const flow = scanFlow(text, start, limitOf(text, from), offset, path)
        if (flow.cursor || here) return flow.cursor
        if (flow.end > end) from = lineEnd(text, flow.end - 1) + 1
      } else if (here) return valueAt(text, start, end, offset, path)
    }
  }
  return undefined
}

type Part = Pick<Cursor, 'range' | 'token' | 'quote'>

/** The parts of a dotted key. A dot at its end is followed by an empty part. */
function partsOf(text: string, from: number, end: number): readonly Part[] {
  const parts: Part[] = []
  for (let at = from; ; ) {
    while (at < end && /[ \t]/.test(text.charAt(at))) at++
    const first = text.charAt(at)
    if (first === '"' || first === "'") {
      const word = quotedWord(text, at, end)
      parts.push({ range: { start: at, end: word.end }, token: word.token, quote: first })
      at = word.end
    } else {
      const token = /^[\w-]*/.exec(text.slice(at, end))?.[0] ?? ''
      parts.push({ range: { start: at, end: at + token.length }, token, quote: '' })
      at += token.length
    }
    const dot = /^[ \t]*\./.exec(text.slice(at, end))
    if (!dot) return parts
    at += dot[0].length
  }
}

function inParts(parts: readonly Part[], offset: number, base: Path, keys: readonly string[]) {
  const index = parts.findIndex(({ range }) => offset >= range.start && offset <= range.end)
  const part = parts[index]
  if (!part) return undefined
  const path = [...base, ...parts.slice(0, index).map(({ token }) => token)]
  const others = index === 0 ? keys.filter(key => key !== part.token) : []
  return { at: 'key', path, keys: others, ...part } as const satisfies Cursor
}

function valueAt(text: string, start: number, end: number, offset: number, path: Path): Cursor | undefined {
  if (offset < start) return emptyCursor('value', path, offset)
  const first = text.charAt(start)
  if (first === '"' || first === "'") {
    const inside = inQuoted(text, start, quotedWord(text, start, end), offset)
    return inside && { at: 'value', path, keys: [], ...inside }
  }
  const token = /^[^\s#]*/.exec(text.slice(start, end))?.[0] ?? ''
  const range = { start, end: start + token.length }
  return offset <= range.end ? { at: 'value', path, range, token, quote: '', keys: [] } : undefined
}

const header = /^[ \t]*\[/
const assignment = /^[ \t]*([\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*=/

/** The keys of the table that the offset is in, above and below. */
function keysAround(text: string, offset: number): readonly string[] {
  const keys: string[] = []
  for (let from = 0; from <= text.length; ) {
    const end = lineEnd(text, from)
    const line = text.slice(from, end)
    if (header.test(line)) {
      if (from > offset) return keys
      keys.length = 0
    }
    const key = assignment.exec(line)?.[1]
    if (key && !(offset >= from && offset <= end)) keys.push(key.replace(/^["']|["']$/g, ''))
    from = end + 1
  }
  return keys
}

/** How far brackets that nobody closes may reach. */
function limitOf(text: string, from: number): number {
  for (let at = from; at < text.length; ) {
    const end = lineEnd(text, at)
    if (assignment.test(text.slice(at, end)) || /^[ \t]*\[[\w '".-]+\][ \t]*(?:#.*)?\r?$/.test(text.slice(at, end)))
      return at
    at = end + 1
  }
  return text.length
}

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from)
  return newline < 0 ? text.length : newline
}
