const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const wordCharacter = /[\p{L}\p{N}\p{M}]/u

/** The place before the character that ends at `at`; a character is what a person sees as one. */
export function before(text: string, at: number): number {
  return graphemes.segment(text).containing(at - 1)?.index ?? 0
}

/** The place behind the character that starts at `at`. */
export function behind(text: string, at: number): number {
  const found = graphemes.segment(text).containing(at)
  return found ? found.index + found.segment.length : text.length
}

/** Where the word before `at` starts, as Alt+B finds it: words are letters and digits. */
export function wordStart(text: string, at: number): number {
  let to = at
  while (to > 0 && !wordCharacter.test(text[to - 1] ?? '')) to--
  while (to > 0 && wordCharacter.test(text[to - 1] ?? '')) to--
  return to
}

/** Where the word behind `at` ends, as Alt+F finds it. */
export function wordEnd(text: string, at: number): number {
  let to = at
  while (to < text.length && !wordCharacter.test(text[to] ?? '')) to++
  while (to < text.length && wordCharacter.test(text[to] ?? '')) to++
  return to
}

/** Where the argument before `at` starts, as Ctrl+W finds it: only blanks part arguments. */
export function argumentStart(text: string, at: number): number {
  let to = at
  while (to > 0 && /\s/.test(text[to - 1] ?? '')) to--
  while (to > 0 && !/\s/.test(text[to - 1] ?? '')) to--
  return to
}
