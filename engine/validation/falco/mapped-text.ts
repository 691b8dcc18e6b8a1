import type { Range } from '../../yaml/range.ts'
import type { ValueNode } from './condition/syntax.ts'

/** A place in one of several rule files. */
export interface Place extends Range {
  readonly file: string
}

/** A stretch of a text and where it comes from. What is not `exact` stands for its whole place: a list's items for its name. */
interface Piece {
  readonly at: number
  readonly length: number
  readonly place: Place
  readonly exact: boolean
  /** Of a list's items that read the same wherever they are put in. */
  readonly values?: readonly ValueNode[]
}

/**
 * A text that Falco puts together of others (an appended condition, exceptions, a list's items), which remembers where
 * each stretch was written. Offsets are UTF-16 units.
 */
export interface MappedText {
  readonly text: string
  readonly pieces: readonly Piece[]
}

/** Text that stands in no file. */
export function unplaced(text: string): MappedText {
  return { text, pieces: [] }
}

/** Text that stands in a file as it is. `place` is as long as the text. */
export function exactly(text: string, place: Place): MappedText {
  return { text, pieces: [{ at: 0, length: text.length, place, exact: true }] }
}

/** Text that stands for something written otherwise. */
export function standingFor(
  text: string,
  place: Place | undefined,
  values?: readonly ValueNode[] | undefined,
): MappedText {
  const [at, length, exact] = [0, text.length, false]
  return { text, pieces: place ? [{ at, length, place, exact, ...(values && { values }) }] : [] }
}

export function joined(parts: readonly MappedText[]): MappedText {
  const pieces: Piece[] = []
  let text = ''
  // Words that follow each other in the source make one piece.
  let run: { file: string; at: number; start: number; end: number } | undefined
  const endRun = () => {
    if (!run) return
    const { file, at, start, end } = run
    pieces.push({ at, length: end - start, place: { file, start, end }, exact: true })
    run = undefined
  }
  for (const part of parts) {
    const offset = text.length
    for (const piece of part.pieces) {
      const { file, start, end } = piece.place
      const at = piece.at + offset
      if (run && piece.exact && run.end === start && run.file === file && run.at + run.end - run.start === at)
        run.end = end
      else {
        endRun()
        if (piece.exact) run = { file, at, start, end }
        else pieces.push(offset === 0 ? piece : { ...piece, at })
      }
    }
    text += part.text
  }
  endRun()
  return { text, pieces }
}

/** Which texts, one behind the other, a text was appended of. */
const chains = new WeakMap<MappedText, { readonly parts: MappedText[]; readonly count: number }>()

/**
 * A text with a blank and another behind it. Its pieces are put together when they are asked for, because a condition may
 * be appended to thousands of times before it is looked at.
 */
export function appended(before: MappedText, added: MappedText): MappedText {
  const known = chains.get(before)
  const parts = known?.count === known?.parts.length ? (known?.parts ?? [before]) : [before]
  parts.push(unplaced(' '), added)
  const count = parts.length
  let pieces: readonly Piece[] | undefined
  const made: MappedText = {
    text: `${before.text} ${added.text}`,
    get pieces() {
      pieces ??= joined(parts.slice(0, count)).pieces
      return pieces
    },
  }
  chains.set(made, { parts, count })
  return made
}

export function sliced({ text, pieces }: MappedText, start: number, end = text.length): MappedText {
  const kept: Piece[] = []
  for (const { at, length, place, exact, values } of pieces) {
    const from = Math.max(at, start)
    const to = Math.min(at + length, end)
    if (from >= to) continue
    const offset = place.start + from - at
    const part = exact ? { file: place.file, start: offset, end: offset + to - from } : place
    const whole = values && to - from === length ? { values } : {}
    kept.push({ at: from - start, length: to - from, place: part, exact, ...whole })
  }
  return { text: text.slice(start, end), pieces: kept }
}

/** Where a stretch was written: from its first to its last known character, in the file where it begins. */
export function placeIn({ text, pieces }: MappedText, start: number, end: number): Place | undefined {
  // A place at the end of a text, where something is missing, is shown at the last character.
  const from = Math.min(start, Math.max(text.trimEnd().length - 1, 0))
  const to = Math.max(end, from + 1)
  let found: Place | undefined
  for (let index = firstBehind(pieces, from); index < pieces.length; index++) {
    const piece = pieces[index]
    if (!piece || piece.at >= to) break
    const { at, length, place, exact } = piece
    const begins = exact ? place.start + Math.max(from - at, 0) : place.start
    const ends = exact ? place.start + Math.min(to - at, length) : place.end
    if (!found) found = { file: place.file, start: begins, end: ends }
    else if (found.file === place.file && ends > found.end) found = { ...found, end: ends }
  }
  return found
}

/** The first piece that ends behind an offset. */
function firstBehind(pieces: readonly Piece[], offset: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.at + piece.length <= offset) low = middle + 1
    else high = middle
  }
  return low
}
