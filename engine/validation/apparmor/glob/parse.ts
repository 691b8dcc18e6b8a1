import { anyByte, classOf, type GlobNode, literal, nameByte } from './node.ts'

/** What a glob says, and what the parser says of one that it cannot read. */
export type ParsedGlob = { readonly node: GlobNode; readonly exact: boolean } | { readonly errors: readonly string[] }

const MAX_NESTING = 50
const encoder = new TextEncoder()

interface Open {
  readonly choices: GlobNode[][]
}

/** Reads a glob: `*`, `**`, `?`, `[…]`, `{…,…}` and `\`. One pass over the text. */
export function parseGlob(glob: string): ParsedGlob {
  const root: Open = { choices: [[]] }
  const open: Open[] = [root]
  const errors: string[] = []
  let exact = true
  let empty = false
  let inClass: { readonly members: Set<number>; readonly negated: boolean; from?: number } | undefined
  // Whether the thing before is a slash: a star that is a whole name needs a letter.
  let slash = false
  const push = (node: GlobNode) => open.at(-1)?.choices.at(-1)?.push(node)
  const text = (characters: string) => {
    if (inClass) return addMember(inClass, characters)
    for (const byte of bytesOf(characters)) push(literal(byte))
    slash = characters === '/'
  }

  let at = 0
  for (; at < glob.length && errors.length === 0; at++) {
    const character = characterAt(glob, at)
    if (character === '\\') {
      if (at + 1 >= glob.length) {
        at++
        errors.push("Regex error: trailing '\\' escape character")
        break
      }
      at++
      const escaped = characterAt(glob, at)
      text(escaped)
      at += escaped.length - 1
      continue
    }
    if (inClass) {
      if (character === ']') {
        empty ||= inClass.members.size === 0
        push(classOf(inClass.members, inClass.negated))
        inClass = undefined
        slash = false
      } else if (character === '-' && inClass.from !== undefined && glob[at + 1] !== ']' && at + 1 < glob.length) {
        at++
        const last = glob[at] === '\\' ? glob.charCodeAt(++at) : glob.charCodeAt(at)
        for (let byte = inClass.from; byte <= Math.min(last, 255); byte++) inClass.members.add(byte)
        delete inClass.from
      } else text(character)
      at += character.length - 1
      continue
    }
    switch (character) {
      case '*': {
        exact = false
        const stars = /^\*+/.exec(glob.slice(at, at + 1000))?.[0].length ?? 1
        const behind = glob[at + stars]
        if (slash && (behind === undefined || behind === '/')) push(nameByte)
        const two = glob[at + 1] === '*'
        push({ kind: 'any-number', of: two ? anyByte : nameByte })
        if (two) at++
        slash = false
        break
      }
      case '?':
        exact = false
        push(nameByte)
        slash = false
        break
      case '[': {
        exact = false
        const negated = glob[at + 1] === '^'
        if (negated) at++
        inClass = { members: new Set(), negated }
        break
      }
      case ']':
        errors.push('Regex grouping error: Invalid close ], no matching open [ detected')
        break
      case '{':
        exact = false
        if (open.length >= MAX_NESTING) errors.push('Regex grouping error: Exceeded maximum nesting of {}')
        else open.push({ choices: [[]] })
        slash = false
        break
      case '}': {
        const closed = open.length > 1 ? open.pop() : undefined
        if (!closed || closed.choices.length < 2) {
          errors.push('Regex grouping error: Invalid number of items between {}')
        }
        if (!closed) errors.push('Regex grouping error: Invalid close }, no matching open { detected')
        else push({ kind: 'choice', parts: closed.choices.map(sequence) })
        slash = false
        break
      }
      case ',':
        if (open.length > 1) {
          open.at(-1)?.choices.push([])
          slash = false
        } else text(character)
        break
      default:
        text(character)
        at += character.length - 1
    }
  }
  if (open.length > 1 || inClass) {
    errors.push('Regex grouping error: Unclosed grouping or character class, expecting close }')
  }
  // What the parser then builds of a class with nothing in it cannot be read, and nobody says why.
  return errors.length > 0 || empty ? { errors } : { node: sequence(root.choices[0] ?? []), exact }
}

function bytesOf(characters: string): ArrayLike<number> & Iterable<number> {
  const code = characters.charCodeAt(0)
  return characters.length === 1 && code < 128 ? [code] : encoder.encode(characters)
}

/** A character with both of its halves. */
function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at) ?? 0)
}

function addMember(inClass: { readonly members: Set<number>; from?: number }, characters: string): void {
  const bytes = bytesOf(characters)
  for (const byte of bytes) inClass.members.add(byte)
  const only = bytes[0]
  if (bytes.length === 1 && only !== undefined) inClass.from = only
  else delete inClass.from
}

function sequence(parts: readonly GlobNode[]): GlobNode {
  const [only] = parts
  return parts.length === 1 && only ? only : { kind: 'sequence', parts }
}

/** Slashes in a row are one, but for exactly two at the beginning. */
export function withoutDoubleSlashes(path: string): string {
  const kept = /^\/\/(?!\/)/.test(path) ? 2 : 0
  return path.slice(0, kept) + path.slice(kept).replace(/\/{2,}/g, '/')
}
