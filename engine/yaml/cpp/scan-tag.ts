import type { Mark } from './marks.ts'
import { Refused } from './refused.ts'
import { end, type Stream } from './stream.ts'

/** What a tag's token says: its text, and the suffix behind a named handle. */
export interface ScannedTag {
  readonly value: string
  readonly params: readonly string[]
}

const uriSigns = "#;/?:@&=+$,_.!~*'()[]"
const tagSigns = "#;/?:@&=+$_.~*'()"
const exclamation = 33

/** Reads a tag behind its `!`, and gives it as it is after handles are put in. */
export function scanTag(stream: Stream): ScannedTag {
  if (stream.peek() === 60) return { value: verbatim(stream), params: ['verbatim'] }
  const { text, isHandle } = handle(stream)
  if (isHandle && stream.peek() === exclamation) {
    stream.get()
    return { value: suffix(stream), params: ['named', text] }
  }
  if (text !== '') return { value: text, params: ['primary'] }
  return { value: '', params: [isHandle ? 'secondary' : 'none'] }
}

function verbatim(stream: Stream): string {
  stream.get()
  let text = ''
  while (!stream.atEnd()) {
    if (stream.peek() === 62) {
      stream.get()
      return text
    }
    const length = matched(stream, uriSigns)
    if (length === 0) break
    text += taken(stream, length)
  }
  throw new Refused(stream.mark(), 'end of verbatim tag not found')
}

function handle(stream: Stream): { readonly text: string; readonly isHandle: boolean } {
  let text = ''
  let stopped: Mark | undefined
  while (!stream.atEnd()) {
    if (stream.peek() === exclamation) {
      if (stopped) throw new Refused(stopped, 'illegal character found while scanning tag handle')
      break
    }
    let length = 0
    if (!stopped) {
      length = isWord(stream.peek()) ? 1 : 0
      if (length === 0) stopped = stream.mark()
    }
    if (stopped) length = matched(stream, tagSigns)
    if (length === 0) break
    text += taken(stream, length)
  }
  return { text, isHandle: !stopped }
}

function suffix(stream: Stream): string {
  let text = ''
  while (!stream.atEnd()) {
    const length = matched(stream, tagSigns)
    if (length === 0) break
    text += taken(stream, length)
  }
  if (text === '') throw new Refused(stream.mark(), 'tag handle with no suffix')
  return text
}

function taken(stream: Stream, length: number): string {
  const from = stream.offset()
  stream.eat(length)
  return stream.since(from)
}

function matched(stream: Stream, signs: string): number {
  const code = stream.peek()
  if (code === end) return 0
  if (isWord(code) || signs.includes(String.fromCharCode(code))) return 1
  return code === 37 && isHex(stream.peek(1)) && isHex(stream.peek(2)) ? 3 : 0
}

function isWord(code: number): boolean {
  return code !== end && /[A-Za-z0-9-]/.test(String.fromCharCode(code))
}

function isHex(code: number): boolean {
  return code !== end && /[0-9A-Fa-f]/.test(String.fromCharCode(code))
}
