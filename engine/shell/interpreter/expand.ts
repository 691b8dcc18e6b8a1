import { accounts } from '../files/accounts.ts'
import { limited } from '../limits.ts'
import type { ArithmeticNode, BraceExpansionPart, WordNode, WordPart } from '../syntax/ast.ts'
import { parseShell } from '../syntax/read-commands.ts'
import { evaluate } from './arithmetic.ts'
import { globbed } from './glob.ts'
import { expandParameter } from './parameter.ts'
import { quotePattern } from './pattern.ts'
import { complain, type Shell } from './shell.ts'
import { substitute, substituteProcess } from './substitute.ts'
import { lookUp, numbersOf } from './values.ts'

/** A stretch of an expanded word. `cut` stands between the elements of `"$@"`. */
export interface Piece {
  readonly text: string
  readonly quoted: boolean
  /** Came out of an expansion, so that unquoted blanks in it divide the word. */
  readonly expanded: boolean
  readonly cut?: boolean
}

const bracesAtMost = 10_000

/** The words that a word becomes: braces, expansions, splitting, file names, quotes away. */
export async function expandWord(shell: Shell, word: WordNode): Promise<string[]> {
  const simple = plain(word)
  if (simple !== undefined) return [simple]
  const out: string[] = []
  for (const variant of braces(word.parts)) {
    const pieces: Piece[] = []
    for (const part of variant) await expandPart(shell, part, false, pieces)
    for (const field of split(shell, pieces)) {
      const pattern = patternOf(field)
      const text = field.map(piece => piece.text).join('')
      if (pattern === undefined || shell.options.has('noglob')) out.push(text)
      else out.push(...globbed(shell, pattern, text))
    }
  }
  return out
}

function plain(word: WordNode): string | undefined {
  let text = ''
  for (const part of word.parts) {
    if (part.type === 'Literal') text += part.value
    else if (part.type === 'SingleQuoted' || part.type === 'Escaped') text += part.value
    else return undefined
  }
  return text
}

export async function expandWords(shell: Shell, words: readonly WordNode[]): Promise<string[]> {
  const out: string[] = []
  for (const word of words) out.push(...(await expandWord(shell, word)))
  return out
}

/** A word where neither splitting nor file names apply: an assignment, a here-string, `case`. */
export async function expandText(shell: Shell, word: WordNode): Promise<string> {
  const pieces: Piece[] = []
  for (const part of word.parts) await expandPart(shell, part, false, pieces)
  return pieces.map(piece => (piece.cut ? ' ' : piece.text)).join('')
}

/** A word as a pattern: what was quoted stands for itself. */
export async function expandPattern(shell: Shell, word: WordNode): Promise<string> {
  const pieces: Piece[] = []
  for (const part of word.parts) await expandPart(shell, part, false, pieces)
  return pieces.map(piece => (piece.quoted ? quotePattern(piece.text) : piece.text)).join('')
}

/** The pieces of a word, for those who treat quoted text in their own way. */
export async function expandPieces(shell: Shell, word: WordNode, quoted = false): Promise<readonly Piece[]> {
  const pieces: Piece[] = []
  for (const part of word.parts) await expandPart(shell, part, quoted, pieces)
  return pieces
}

function patternOf(field: readonly Piece[]): string | undefined {
  if (!field.some(piece => !piece.quoted && /[*?[]|[@!+]\(/.test(piece.text))) return undefined
  return field.map(piece => (piece.quoted ? quotePattern(piece.text) : piece.text)).join('')
}

/** All combinations of a word's brace expansions. */
export function braces(parts: readonly WordPart[]): readonly (readonly WordPart[])[] {
  if (!parts.some(part => part.type === 'BraceExpansion')) return [parts]
  let variants: readonly (readonly WordPart[])[] = [[]]
  for (const part of parts) {
    const options = part.type === 'BraceExpansion' ? optionsOf(part) : [[part]]
    if (variants.length * options.length > bracesAtMost)
      throw limited(`Stopped: braces would become more than ${bracesAtMost} words.`)
    variants = variants.flatMap(variant => options.map(option => [...variant, ...option]))
  }
  return variants
}

function optionsOf(part: BraceExpansionPart): readonly (readonly WordPart[])[] {
  return part.items.flatMap((item): readonly (readonly WordPart[])[] => {
    if (item.type === 'Word') return braces(item.word.parts)
    return range(item).map(value => [{ type: 'Literal', value } as const])
  })
}

function range(item: Extract<BraceExpansionPart['items'][number], { type: 'Range' }>): string[] {
  const letters = typeof item.start === 'string' && typeof item.end === 'string'
  const from = letters ? String(item.start).charCodeAt(0) : Number(item.start)
  const to = letters ? String(item.end).charCodeAt(0) : Number(item.end)
  const by = Math.max(1, Math.abs(item.step ?? 1))
  const count = Math.floor(Math.abs(to - from) / by) + 1
  if (count > bracesAtMost) throw limited(`Stopped: braces would become more than ${bracesAtMost} words.`)
  const padded = [item.startStr ?? '', item.endStr ?? ''].some(text => /^-?0\d/.test(text))
  const width = padded ? Math.max(item.startStr?.length ?? 0, item.endStr?.length ?? 0) : 0
  return Array.from({ length: count }, (_, i) => {
    const value = from + (to >= from ? i : -i) * by
    if (letters) return String.fromCharCode(value)
    const digits = String(Math.abs(value))
    return value < 0 ? `-${digits.padStart(width - 1, '0')}` : digits.padStart(width, '0')
  })
}

/** Cuts pieces into fields at unquoted separators of expansions. */
function split(shell: Shell, pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const separators = lookUp(shell, 'IFS') ?? ' \t\n'
  const fields: Piece[][] = []
  let field: Piece[] | undefined
  /** A blank ended the last field: one other separator after it ends nothing more. */
  let afterBlank = false
  const end = () => {
    if (field) fields.push(field)
    field = undefined
  }
  const add = (piece: Piece) => {
    field ??= []
    field.push(piece)
    afterBlank = false
  }
  for (const piece of pieces) {
    if (piece.cut) end()
    else if (piece.quoted || !piece.expanded || separators === '') {
      if (piece.text !== '' || piece.quoted) add(piece)
    } else {
      let word = ''
      for (const char of piece.text) {
        if (!separators.includes(char)) {
          word += char
          continue
        }
        if (word !== '') add({ ...piece, text: word })
        word = ''
        const open = field !== undefined
        end()
        if (' \t\n'.includes(char)) afterBlank ||= open
        else {
          if (!open && !afterBlank) fields.push([])
          afterBlank = false
        }
      }
      if (word !== '') add({ ...piece, text: word })
    }
  }
  end()
  return fields
}

async function expandPart(shell: Shell, part: WordPart, quoted: boolean, out: Piece[]): Promise<void> {
  switch (part.type) {
    case 'Literal':
      out.push({ text: part.value, quoted, expanded: false })
      return
    case 'SingleQuoted':
    case 'Escaped':
      out.push({ text: part.value, quoted: true, expanded: false })
      return
    case 'Glob':
      out.push({ text: await globText(shell, part.pattern), quoted, expanded: false })
      return
    case 'DoubleQuoted': {
      const before = out.length
      for (const inner of part.parts) await expandPart(shell, inner, true, out)
      if (out.length === before && !part.parts.some(isList)) out.push({ text: '', quoted: true, expanded: false })
      return
    }
    case 'TildeExpansion':
      out.push({ text: tilde(shell, part.user), quoted: true, expanded: false })
      return
    case 'ParameterExpansion':
      await expandParameter(shell, part, quoted, out)
      return
    case 'CommandSubstitution':
      out.push({ text: await substitute(shell, part.body), quoted, expanded: true })
      return
    case 'ArithmeticExpansion': {
      const value = await arithmetic(shell, part.expression)
      out.push({ text: String(value), quoted, expanded: true })
      return
    }
    case 'ProcessSubstitution':
      out.push({ text: await substituteProcess(shell, part.body, part.direction), quoted: true, expanded: false })
      return
    case 'BraceExpansion':
      for (const variant of [part.items]) out.push({ text: braceText(variant), quoted, expanded: false })
  }
}

function isList(part: WordPart): boolean {
  return (
    part.type === 'ParameterExpansion' &&
    (part.parameter === '@' || part.parameter.endsWith('[@]') || part.operation?.type === 'ArrayKeys')
  )
}

/** just-bash leaves `$x` inside a bracket of a pattern alone. */
async function globText(shell: Shell, pattern: string): Promise<string> {
  return pattern.includes('$') ? expandInside(shell, pattern) : pattern
}

function braceText(items: BraceExpansionPart['items']): string {
  const texts = items.map(item => {
    if (item.type === 'Range') return `${item.startStr ?? item.start}..${item.endStr ?? item.end}`
    return item.word.parts.map(part => ('value' in part ? part.value : '')).join('')
  })
  return `{${texts.join(',')}}`
}

function tilde(shell: Shell, user: string | null): string {
  if (user === null || user === '') return lookUp(shell, 'HOME') ?? shell.who.home
  if (user === '+') return shell.cwd
  if (user === '-') return lookUp(shell, 'OLDPWD') ?? '~-'
  return accounts(shell.host).find(account => account.name === user)?.home ?? `~${user}`
}

const insides = new Map<string, WordNode>()

/** Expands `$…` and `` `…` `` in a text as inside double quotes. */
export async function expandInside(shell: Shell, text: string): Promise<string> {
  if (!/[$`]/.test(text)) return text
  let word = insides.get(text)
  if (!word) {
    const parsed = parseShell(`: "${text.replace(/"/g, '')}"`)
    const command = 'script' in parsed ? parsed.script.statements[0]?.pipelines[0]?.commands[0] : undefined
    word = command?.type === 'SimpleCommand' ? command.args[0] : undefined
    if (!word) return text
    if (insides.size > 256) insides.clear()
    insides.set(text, word)
  }
  return expandText(shell, word)
}

/** The value of an arithmetic expression; a problem is printed and leaves the command. */
export async function arithmetic(shell: Shell, node: ArithmeticNode): Promise<bigint> {
  return arithmeticText(shell, node.originalText ?? '')
}

export async function arithmeticText(shell: Shell, text: string): Promise<bigint> {
  const expression = (await expandInside(shell, text)).replace(/["']/g, '')
  const value = evaluate(expression, numbersOf(shell))
  if (typeof value === 'bigint') return value
  await complain(shell, value.problem)
  throw { leave: 'abort', code: 1 }
}
