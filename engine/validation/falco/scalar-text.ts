import type { Range } from '../../yaml/range.ts'
import { exactly, joined, type MappedText, type Place, unplaced } from './mapped-text.ts'

/**
 * A scalar's value with the place of each of its words. The source folds lines, indents and escapes, so the value is laid
 * along it: blanks match any blank space, everything else must follow in order.
 */
export function scalarText(value: string, source: string, range: Range, file: string): MappedText {
  const parts: MappedText[] = []
  let at = contentStart(source, range)
  let index = 0
  while (index < value.length) {
    const blank = /^\s+/.exec(value.slice(index))?.[0]
    if (blank) {
      // One blank of the source is one of the value; a folded line's end is not.
      const same = at > range.start && source.startsWith(blank, at)
      parts.push(same ? exactly(blank, { file, start: at, end: at + blank.length }) : unplaced(blank))
      if (same) at += blank.length
      index += blank.length
      continue
    }
    const word = /^\S+/.exec(value.slice(index))?.[0] ?? ''
    const place = placeOfWord(word, source, at, range.end, file)
    if (place) at = place.end
    parts.push(place && place.end - place.start === word.length ? exactly(word, place) : loosely(word, place))
    index += word.length
  }
  return joined(parts)
}

function loosely(text: string, place: Place | undefined): MappedText {
  return { text, pieces: place ? [{ at: 0, length: text.length, place, exact: false }] : [] }
}

/** Behind the header of a block scalar, an opening quote, an anchor or a tag. */
function contentStart(source: string, { start, end }: Range): number {
  const head = /^(?:[&!]\S*\s+)*(?:[|>][^\n]*\n|["'])?/.exec(source.slice(start, end))
  return start + (head?.[0].length ?? 0)
}

function placeOfWord(word: string, source: string, from: number, end: number, file: string): Place | undefined {
  let at = from
  while (at < end && /\s/.test(source.charAt(at))) at++
  if (source.startsWith(word, at) && at + word.length <= end) return { file, start: at, end: at + word.length }
  // With escapes in between: each character where it is next seen, not far away.
  const near = source.slice(at, Math.min(end, at + word.length * 8 + 80))
  let start = -1
  let next = 0
  for (const character of word) {
    const found = near.indexOf(character, next)
    if (found === -1) break
    if (start === -1) start = found
    next = found + character.length
  }
  return start === -1 ? undefined : { file, start: at + start, end: at + next }
}
