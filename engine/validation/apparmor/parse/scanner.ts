import type { Range } from '../../../yaml/range.ts'
import type { Place } from '../policy.ts'
import { unescaped } from './escapes.ts'
import { type Lexeme, lexemes, type Mode, modeOfRule } from './lexemes.ts'
import { type IncludeCache, type Includes, openInclude } from './open-include.ts'
import { stop } from './refusal.ts'
import { keywords } from './tables.ts'

/** One token: the parser's name for it, what it says, and where it stands in its file. */
export interface Token {
  readonly kind: string
  readonly text: string
  readonly place: Place
  /** Offsets in the text of its own file. */
  readonly start: number
  readonly end: number
}

interface Frame {
  readonly file: string
  readonly text: string
  at: number
  line: number
  /** Where the file was included, in the text that was handed in. */
  readonly origin?: Range
}

/** How far the reading is. */
export interface Scanner {
  /** The file that the parser was called with. */
  readonly name: string
  readonly frames: Frame[]
  readonly modes: Mode[]
  readonly includes: Includes
  /** What the present block has included; the same file is not read twice in one block. */
  cache: IncludeCache
  /** Files that the present profile has included and whose text nobody has. */
  unheld: Set<string>
  /** Files and characters read so far. */
  files: number
  characters: number
}

const MAX_DEPTH = 32
const MAX_FILES = 1000
const MAX_CHARACTERS = 8 * 1024 * 1024

export function newScanner(file: string, text: string, includes: Includes): Scanner {
  const frames = [{ file, text, at: 0, line: 1 }]
  return {
    name: file,
    frames,
    modes: ['INITIAL'],
    includes,
    cache: new Set(),
    unheld: new Set(),
    files: 0,
    characters: text.length,
  }
}

/** Where the parser is just now: what its messages name. */
export function here(scanner: Scanner): Place {
  const frame = top(scanner)
  return placeOf(frame, frame.at, Math.min(frame.at + 1, frame.text.length))
}

/** The text of the file that is read just now. */
export function currentText(scanner: Scanner): string {
  return top(scanner).text
}

function top(scanner: Scanner): Frame {
  const frame = scanner.frames.at(-1)
  if (!frame) throw new Error('the scanner has no file')
  return frame
}

function placeOf({ file, line, origin }: Frame, start: number, end: number): Place {
  return origin ? { file, line, range: origin, isIncluded: true } : { file, line, range: { start, end } }
}

/** The next token; an include is followed on the way. */
export function nextToken(scanner: Scanner): Token {
  for (;;) {
    const frame = top(scanner)
    if (frame.at >= frame.text.length) {
      if (scanner.frames.length === 1) {
        const at = frame.text.length
        return { kind: 'end of file', text: '', place: placeOf(frame, at, at), start: at, end: at }
      }
      scanner.frames.pop()
      continue
    }
    const mode = scanner.modes.at(-1) ?? 'INITIAL'
    if (mode !== 'SUB_ID' && mode !== 'SUB_VALUE' && skipsBlanks(frame)) continue
    const found = longest(lexemes[mode], frame)
    if (!found) throw unexpectedCharacter(scanner, frame, mode)
    const token = taken(scanner, frame, mode, found.lexeme, found.text)
    if (token) return token
  }
}

/** The same as the blanks of the table, and faster: half of what is read is blanks. */
function skipsBlanks(frame: Frame): boolean {
  const from = frame.at
  while (frame.text[frame.at] === ' ' || frame.text[frame.at] === '\t') frame.at++
  return frame.at > from
}

function longest(among: readonly Lexeme[], { text, at }: Frame) {
  let best: { readonly lexeme: Lexeme; readonly text: string } | undefined
  let length = 0
  for (const lexeme of among) {
    lexeme.pattern.lastIndex = at
    const match = lexeme.pattern.exec(text)
    if (!match || match[0].length <= length) continue
    length = match[0].length
    best = { lexeme, text: match[1] ?? '' }
  }
  return best
}

function taken(scanner: Scanner, frame: Frame, mode: Mode, lexeme: Lexeme, text: string): Token | undefined {
  const start = frame.at
  const end = start + text.length
  frame.at = end
  const { modes } = scanner
  if (lexeme.special === 'trailing-comma') {
    frame.at = start
    throw stop(scanner, 'apparmor-variable', 'Variable declarations do not accept trailing commas')
  }
  if (lexeme.special === 'include') {
    modes.pop()
    include(scanner, text, mode === 'INCLUDE_EXISTS', { start, end })
    return undefined
  }
  const word = lexeme.special === 'word' ? (Object.hasOwn(keywords, text) ? keywords[text] : undefined) : undefined
  const kind = lexeme.special === 'word' ? (word ?? 'TOK_ID') : lexeme.token
  if (lexeme.leave && modes.length > 1) modes.pop()
  const entered = lexeme.enter ?? (word !== undefined ? modeOfRule[word] : undefined)
  if (entered) modes.push(entered)
  if (lexeme.become) modes.splice(-1, 1, lexeme.become)
  if (kind === undefined) {
    if (text.includes('\n')) frame.line++
    return undefined
  }
  const said = lexeme.escaped || kind === 'TOK_ID' ? unescaped(text) : text
  return { kind, text: said, place: placeOf(frame, start, end), start, end }
}

function unexpectedCharacter(scanner: Scanner, frame: Frame, mode: Mode): Error {
  if (mode === 'INTEGER_MODE') return stop(scanner, 'apparmor-unexpected-character', 'flex scanner jammed')
  const code = frame.text.codePointAt(frame.at) ?? 0
  // The parser reads bytes.
  const [first = 0] = new TextEncoder().encode(String.fromCodePoint(code))
  const shown = code < 128 ? String.fromCharCode(code) : '\uFFFD'
  const signed = (first > 127 ? 0xffffff00 + first : first).toString(16)
  const words = `Lexer found unexpected character: '${shown}' (0x${signed}) in state: ${mode}`
  return stop(scanner, 'apparmor-unexpected-character', words)
}

function include(scanner: Scanner, written: string, ifExists: boolean, range: Range): void {
  const frame = top(scanner)
  const searched = written.startsWith('<')
  const name = unescaped((searched ? written.slice(1, -1) : written).trim())
  const opened = openInclude(scanner.includes, scanner.cache, name, searched)
  if (opened === undefined) {
    if (ifExists) return
    frame.at = range.start
    throw stop(scanner, 'apparmor-include', `Could not open '${name}'`, { include: name }, range)
  }
  const origin = frame.origin ?? range
  // The last pushed is read first.
  for (const { path, text } of [...opened].reverse()) {
    if (scanner.includes.unheld.has(path)) scanner.unheld.add(path)
    scanner.files++
    scanner.characters += text.length
    if (scanner.frames.length > MAX_DEPTH || scanner.files > MAX_FILES || scanner.characters > MAX_CHARACTERS) {
      const words = 'The included files are too many or too large to be read here. Include fewer.'
      throw stop(scanner, 'apparmor-too-large', words, { include: name }, range, true)
    }
    scanner.frames.push({ file: path, text, at: 0, line: 1, origin })
  }
}
