import { type Parser, peek, take, takeIf, unexpected } from './parser.ts'
import { stop } from './refusal.ts'

/** What a kind of rule can speak of: the words it knows, and what `r` and `w` stand for. */
export interface AccessKind<Access extends string> {
  /** As messages name it. */
  readonly name: string
  readonly words: Readonly<Record<string, Access>>
  readonly read?: Access
  readonly write?: Access
}

/** `(send, receive)`, `send`, `rw`; nothing at all: no accesses named. */
export function accesses<Access extends string>(parser: Parser, kind: AccessKind<Access>): readonly Access[] {
  if (takeIf(parser, 'TOK_OPENPAREN')) {
    const found: Access[] = []
    for (;;) {
      if (takeIf(parser, 'TOK_CLOSEPAREN')) return found
      const value = takeIf(parser, 'TOK_VALUE')
      if (!value) throw unexpected(parser)
      found.push(...accessOf(parser, kind, value.text))
    }
  }
  const { kind: token, text } = peek(parser)
  if (token === 'TOK_MODE') return accessOf(parser, kind, take(parser).text)
  const named = token !== 'TOK_ID' && Object.hasOwn(kind.words, text) ? kind.words[text] : undefined
  if (named === undefined) return []
  take(parser)
  return [named]
}

function accessOf<Access extends string>(
  parser: Parser,
  { name, words, read, write }: AccessKind<Access>,
  text: string,
): readonly Access[] {
  const word = Object.hasOwn(words, text) ? words[text] : undefined
  if (word !== undefined) return [word]
  // Rules without letters pass over what they do not know.
  if (read === undefined || write === undefined) return []
  return [...text].map(letter => {
    if (letter === 'r' || letter === 'R') return read
    if (letter === 'w' || letter === 'W') return write
    const said = `Internal: unexpected ${name} perms character '${letter}' in input`
    throw stop(parser.scanner, 'apparmor-permissions', said)
  })
}
