import type { Path } from '#engine/yaml/range.ts'
import { type Cursor, emptyCursor, inQuoted, quotedWord } from './cursor.ts'

interface Frame {
  readonly map: boolean
  readonly keys: string[]
  key: string | undefined
  index: number
  /** What a map waits for. Without its comma a key is still taken for one. */
  due: 'key' | 'colon' | 'value' | 'comma'
}

/**
 * Goes through brackets and braces from where the first one stands, up to the offset or to `limit`. All of JSON is read by
 * it, and what YAML has between brackets. A closing sign that is missing does no harm: what follows counts as inside.
 */
export function scanFlow(
  text: string,
  start: number,
  limit: number,
  offset: number,
  base: Path,
): { readonly end: number; readonly cursor?: Cursor } {
  const frames: Frame[] = []
  const path = (): Path => [...base, ...frames.flatMap(({ map, key, index }): Path => (map ? keyIn(key) : [index]))]
  let at = start
  while (at < limit) {
    const character = text.charAt(at)
    const frame = frames.at(-1)
    const isWord = frame !== undefined && !/[\s,:[\]{}#]/.test(character)
    if (at >= offset && !isWord) break
    if (character === '#' && /\s/.test(text.charAt(at - 1))) {
      const lineEnd = text.indexOf('\n', at)
      if (offset <= (lineEnd < 0 ? limit : lineEnd)) return { end: offset }
      at = lineEnd
    } else if (character === '{' || character === '[') {
      if (frame) frame.due = 'comma'
      frames.push({ map: character === '{', keys: [], key: undefined, index: 0, due: 'key' })
      at++
    } else if (character === '}' || character === ']') {
      frames.pop()
      at++
      if (frames.length === 0) return { end: at }
    } else if (character === ',' && frame) {
      frame.index++
      frame.due = 'key'
      frame.key = undefined
      at++
    } else if (character === ':' && frame?.map && frame.due === 'colon') {
      frame.due = 'value'
      at++
    } else if (isWord) {
      const isKey = frame.map && (frame.due === 'key' || frame.due === 'comma')
      if (isKey) frame.key = undefined
      const word = wordFrom(text, at, limit, offset, isKey)
      if (word.cursor) {
        return { end: offset, cursor: { at: isKey ? 'key' : 'value', path: path(), keys: frame.keys, ...word.cursor } }
      }
      if (isKey) {
        frame.key = word.token
        frame.keys.push(word.token)
        frame.due = 'colon'
      } else frame.due = 'comma'
      at = word.end
    } else at++
  }
  const frame = frames.at(-1)
  if (offset > limit || !frame) return { end: at }
  if (!frame.map) return { end: at, cursor: emptyCursor('value', path(), offset) }
  if (frame.due === 'colon' || frame.due === 'comma') return { end: at }
  return { end: at, cursor: emptyCursor(frame.due, path(), offset, frame.keys) }
}

function keyIn(key: string | undefined): Path {
  return key === undefined ? [] : [key]
}

type Word = Pick<Cursor, 'range' | 'token' | 'quote'>

function wordFrom(text: string, start: number, limit: number, offset: number, isKey: boolean) {
  if (/["']/.test(text.charAt(start))) {
    const word = quotedWord(text, start, limit)
    return { ...word, cursor: inQuoted(text, start, word, offset) }
  }
  const plain = (isKey ? /^(?:[^\s,[\]{}:]|:(?=[^\s,[\]{}]))+/ : /^(?:[^\s,[\]{}:]|:(?!\s))+/).exec(
    text.slice(start, limit),
  )
  const end = start + (plain?.[0].length ?? 1)
  const token = text.slice(start, end)
  const cursor: Word | undefined =
    offset >= start && offset <= end ? { range: { start, end }, token, quote: '' } : undefined
  return { end, token, cursor }
}
