import { readEscape } from './escape.ts'
import { Refused } from './refused.ts'
import { breakLength, isBlank, isBreak, isDocumentSign, type Stream } from './stream.ts'

/** How one kind of scalar is read. */
export interface ScalarStyle {
  /** Whether the scalar ends here, before this character. */
  readonly ends: (stream: Stream) => boolean
  /** The sign at the end belongs to it, so it may not be missing. */
  readonly eatEnd: boolean
  /** Columns that a line of it is indented at least. */
  readonly indent: number
  /** The first line with something in it tells the indentation. */
  readonly detectIndent: boolean
  readonly eatLeadingBlanks: boolean
  /** The code unit that begins an escape; 0 for none. */
  readonly escape: number
  readonly fold: 'none' | 'block' | 'flow'
  readonly trimEnd: boolean
  readonly chomp: 'strip' | 'clip' | 'keep'
  readonly atDocumentSign: 'nothing' | 'end' | 'refuse'
  readonly refuseTabs: boolean
}

export interface Scalar {
  readonly text: string
  /** It ended because a line was indented too little, so a key may stand there. */
  readonly atLineStart: boolean
}

const [dash, dot, space, tab, backslash] = [45, 46, 32, 9, 92]

/** Reads a scalar: line by line, its end, its break, the blanks before the next line. */
export function scanScalar(stream: Stream, style: ScalarStyle): Scalar {
  let { indent } = style
  let text = ''
  let seenText = false
  let pastOpening = style.fold === 'flow'
  let [emptyLine, moreIndented, atLineStart] = [false, false, false]
  let foldedBreaks = 0
  let foldedFromMoreIndented = false
  let lastEscaped = -1

  const atSign = () => stream.column() === 0 && (isDocumentSign(stream, dash) || isDocumentSign(stream, dot))

  while (!stream.atEnd()) {
    let lastVisible = text.length
    let escapedBreak = false
    while (!style.ends(stream) && !isBreak(stream.peek())) {
      if (stream.atEnd()) break
      if (style.atDocumentSign !== 'nothing' && atSign()) {
        if (style.atDocumentSign === 'end') break
        throw new Refused(stream.mark(), 'illegal document indicator in scalar')
      }
      seenText = true
      pastOpening = true
      const code = stream.peek()
      if (style.escape === backslash && code === backslash && isBreak(stream.peek(1))) {
        stream.get()
        lastVisible = text.length
        lastEscaped = text.length
        escapedBreak = true
        break
      }
      if (code === style.escape) {
        text += readEscape(stream)
        lastVisible = text.length
        lastEscaped = text.length
        continue
      }
      text += String.fromCharCode(stream.get())
      if (!isBlank(code)) lastVisible = text.length
    }
    if (stream.atEnd()) {
      if (style.eatEnd) throw new Refused(stream.mark(), 'illegal EOF in scalar')
      break
    }
    if (style.atDocumentSign === 'end' && atSign()) break
    if (style.ends(stream)) {
      if (style.eatEnd) stream.eat(1)
      break
    }
    if (style.fold === 'flow') text = text.slice(0, lastVisible)

    stream.eat(breakLength(stream))

    while (
      stream.peek() === space &&
      (stream.column() < indent || (style.detectIndent && !seenText)) &&
      !style.ends(stream)
    )
      stream.eat(1)
    if (style.detectIndent && !seenText) indent = Math.max(indent, stream.column())
    while (isBlank(stream.peek())) {
      if (stream.peek() === tab && stream.column() < indent && style.refuseTabs)
        throw new Refused(stream.mark(), 'illegal tab when looking for indentation')
      if (!style.eatLeadingBlanks || style.ends(stream)) break
      stream.eat(1)
    }

    const nextEmpty = isBreak(stream.peek())
    const nextMoreIndented = isBlank(stream.peek())
    if (style.fold === 'block' && foldedBreaks === 0 && nextEmpty) foldedFromMoreIndented = moreIndented
    if (pastOpening) {
      if (style.fold === 'none') text += '\n'
      else if (style.fold === 'flow') {
        if (nextEmpty) text += '\n'
        else if (!emptyLine && !escapedBreak) text += ' '
      } else {
        const folds = !emptyLine && !nextEmpty && !moreIndented && !nextMoreIndented && stream.column() >= indent
        if (folds) text += ' '
        else if (nextEmpty) foldedBreaks++
        else text += '\n'
        if (!nextEmpty && foldedBreaks > 0) {
          text += '\n'.repeat(foldedBreaks - 1)
          if (foldedFromMoreIndented || nextMoreIndented || !seenText) text += '\n'
          foldedBreaks = 0
        }
      }
    }
    emptyLine = nextEmpty
    moreIndented = nextMoreIndented
    pastOpening = true
    if (!emptyLine && stream.column() < indent) {
      atLineStart = true
      break
    }
  }
  return { text: ended(text, style, lastEscaped), atLineStart }
}

/** Blanks and breaks at the end go, or stay; what was escaped stays always. */
function ended(text: string, { trimEnd, chomp }: ScalarStyle, lastEscaped: number): string {
  let rest = text
  if (trimEnd) rest = rest.slice(0, lastKept(rest, ' \t', lastEscaped) + 1)
  if (chomp === 'keep') return rest
  const kept = lastKept(rest, '\n', lastEscaped)
  if (kept === -1) return ''
  return rest.slice(0, kept + (chomp === 'clip' ? 2 : 1))
}

function lastKept(text: string, signs: string, lastEscaped: number): number {
  let last = text.length - 1
  while (last >= 0 && signs.includes(text.charAt(last))) last--
  return Math.max(last, lastEscaped)
}
