/** A piece of a title; `hit` pieces are what was typed. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface Match {
  /** Higher is better. */
  readonly score: number
  readonly pieces: readonly Piece[]
}

const word = /[\p{L}\p{N}]+/gu

interface Span {
  readonly from: number
  readonly to: number
}

/**
 * Whether what was typed finds a title: every word of it begins a word of the title or of `more`, or it is the initials of
 * words of the title in a row ("cmw" for "Check my work"). An empty query finds everything.
 */
export function match(query: string, title: string, more = ''): Match | undefined {
  const typed = wordsOf(query).map(it => it.text)
  const words = wordsOf(title)
  if (typed.length === 0) return query.trim() === '' ? { score: 0, pieces: cut(title, []) } : undefined
  return byWords(typed, title, words, wordsOf(more)) ?? byInitials(typed.join(''), title, words)
}

type Word = Span & { readonly text: string }

function wordsOf(text: string): readonly Word[] {
  return Array.from(text.toLowerCase().matchAll(word), ({ 0: it, index }) => ({
    text: it,
    from: index,
    to: index + it.length,
  }))
}

function byWords(
  typed: readonly string[],
  title: string,
  words: readonly Word[],
  more: readonly Word[],
): Match | undefined {
  const spans: Span[] = []
  let score = 0
  for (const begin of typed) {
    const at = words.findIndex(it => it.text.startsWith(begin))
    const found = words[at]
    if (found) {
      spans.push({ from: found.from, to: found.from + begin.length })
      score += (at === 0 ? 6 : 5) + (found.text === begin ? 1 : 0)
    } else if (more.some(it => it.text.startsWith(begin))) score += 1
    else return undefined
  }
  return { score: score / typed.length, pieces: cut(title, spans) }
}

function byInitials(typed: string, title: string, words: readonly Word[]): Match | undefined {
  const at = words
    .map(it => it.text.charAt(0))
    .join('')
    .indexOf(typed)
  if (typed.length < 2 || at < 0) return undefined
  const spans = words.slice(at, at + typed.length).map(({ from }) => ({ from, to: from + 1 }))
  return { score: 4, pieces: cut(title, spans) }
}

/** A title in pieces; spans may come in any order and overlap. */
function cut(title: string, spans: readonly Span[]): readonly Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue
    const start = Math.max(at, from)
    if (start > at) pieces.push({ text: title.slice(at, start), hit: false })
    pieces.push({ text: title.slice(start, to), hit: true })
    at = to
  }
  if (at < title.length) pieces.push({ text: title.slice(at), hit: false })
  return pieces
}
