import type { ParameterOperation, ParameterPart, WordNode } from '../syntax/ast.ts'
import { attributesOf } from './declared.ts'
import { arithmetic, expandInside, expandPattern, expandPieces, expandText, type Piece } from './expand.ts'
import { matcher, matchLengths } from './pattern.ts'
import { quoted as shellQuoted } from './quote.ts'
import { complain, type Shell } from './shell.ts'
import { assign, elementOf, keysOf, lookUp, resolveName, splitName, valuesOf } from './values.ts'

/** A parameter that stands for a list: `@`, `*`, `a[@]`, `a[*]`. */
interface List {
  readonly name: string
  readonly star: boolean
}

function listOf(parameter: string): List | undefined {
  if (parameter === '@' || parameter === '*') return { name: parameter, star: parameter === '*' }
  const found = /^(.*)\[([@*])\]$/.exec(parameter)
  return found ? { name: found[1] ?? '', star: found[2] === '*' } : undefined
}

function elements(shell: Shell, list: List): readonly string[] {
  return list.name === '@' || list.name === '*' ? shell.positional : valuesOf(shell, list.name)
}

/** Puts the pieces of `$x`, `${x…}`, `"$@"` at the end of a word's pieces. */
export async function expandParameter(shell: Shell, part: ParameterPart, quoted: boolean, out: Piece[]): Promise<void> {
  const { operation } = part
  if (operation?.type === 'Indirection') return indirect(shell, part.parameter, operation.innerOp ?? null, quoted, out)
  if (operation?.type === 'ArrayKeys') return many(shell, keysOf(shell, operation.array), operation.star, quoted, out)
  if (operation?.type === 'VarNamePrefix') {
    const names = shell.vars.names().filter(name => name.startsWith(operation.prefix))
    return many(shell, names, operation.star, quoted, out)
  }
  const list = listOf(part.parameter)
  if (list) return ofList(shell, part.parameter, list, operation, quoted, out)
  const parameter = await subscriptExpanded(shell, part.parameter)
  const value = elementOf(shell, parameter)
  if (operation === null) {
    if (value === undefined) await unbound(shell, parameter)
    out.push({ text: value ?? '', quoted, expanded: true })
    return
  }
  await apply(shell, parameter, value, operation, quoted, out)
}

async function subscriptExpanded(shell: Shell, parameter: string): Promise<string> {
  const { name, subscript } = splitName(parameter)
  if (subscript === undefined) return parameter
  const bare = subscript.replace(/^(["'])(.*)\1$/s, '$2')
  return `${name}[${await expandInside(shell, bare)}]`
}

async function unbound(shell: Shell, parameter: string): Promise<void> {
  if (!shell.options.has('nounset') || /^[@*]$/.test(parameter)) return
  await complain(shell, `${/^\d/.test(parameter) ? '$' : ''}${parameter}: unbound variable`)
  throw { leave: shell.interactive ? 'abort' : 'exit', code: shell.interactive ? 1 : 127 }
}

async function indirect(
  shell: Shell,
  parameter: string,
  inner: ParameterOperation | null,
  quoted: boolean,
  out: Piece[],
): Promise<void> {
  if (shell.vars.get(parameter)?.reference) {
    out.push({ text: shell.vars.get(parameter)?.value ?? '', quoted, expanded: true })
    return
  }
  const target = elementOf(shell, await subscriptExpanded(shell, parameter))
  if (target === undefined || target === '') {
    await complain(
      shell,
      target === undefined ? `${parameter}: invalid indirect expansion` : `${target}: invalid variable name`,
    )
    throw { leave: 'abort', code: 1 }
  }
  await expandParameter(shell, { type: 'ParameterExpansion', parameter: target, operation: inner }, quoted, out)
}

function many(shell: Shell, values: readonly string[], star: boolean, quoted: boolean, out: Piece[]): void {
  if (star && quoted) {
    const between = (lookUp(shell, 'IFS') ?? ' ').slice(0, 1)
    out.push({ text: values.join(between), quoted, expanded: true })
    return
  }
  values.forEach((text, index) => {
    if (index > 0) out.push({ text: '', quoted: false, expanded: true, cut: true })
    out.push({ text, quoted, expanded: true })
  })
}

async function ofList(
  shell: Shell,
  parameter: string,
  list: List,
  operation: ParameterOperation | null,
  quoted: boolean,
  out: Piece[],
): Promise<void> {
  const values = elements(shell, list)
  switch (operation?.type) {
    case undefined:
      return many(shell, values, list.star, quoted, out)
    case 'Length':
      out.push({ text: String(values.length), quoted, expanded: true })
      return
    case 'Substring': {
      const positional = list.name === '@' || list.name === '*'
      const all = positional ? [shell.name0, ...values] : values
      let from = Number(await arithmetic(shell, operation.offset))
      if (from < 0) from += all.length
      const length = operation.length ? Number(await arithmetic(shell, operation.length)) : undefined
      if (length !== undefined && length < 0) {
        await complain(shell, `${operation.length?.originalText ?? length}: substring expression < 0`)
        throw { leave: 'abort', code: 1 }
      }
      const start = positional && operation.offset.originalText?.trim() === '' ? 1 : from
      const taken = start < 0 ? [] : all.slice(start, length === undefined ? undefined : start + length)
      return many(shell, taken, list.star, quoted, out)
    }
    case 'DefaultValue':
    case 'AssignDefault':
    case 'ErrorIfUnset':
    case 'UseAlternative': {
      const joined = values.join(' ')
      const isSet = values.length > 0 && !(operation.checkEmpty && joined === '')
      if (isSet && operation.type !== 'UseAlternative') return many(shell, values, list.star, quoted, out)
      return apply(shell, parameter, isSet ? joined : undefined, operation, quoted, out)
    }
    case 'Transform':
      if (operation.operator === 'A' || operation.operator === 'K') break
      return many(
        shell,
        values.map(value => transformed(shell, parameter, value, operation.operator)),
        list.star,
        quoted,
        out,
      )
    default: {
      const changed: string[] = []
      for (const value of values) changed.push(await textOperation(shell, value, operation))
      return many(shell, changed, list.star, quoted, out)
    }
  }
  const keys = keysOf(shell, list.name)
  const pairs = values.map((value, index) => `[${keys[index] ?? ''}]="${value}"`)
  out.push({ text: pairs.join(' '), quoted, expanded: true })
}

async function apply(
  shell: Shell,
  parameter: string,
  value: string | undefined,
  operation: ParameterOperation,
  quoted: boolean,
  out: Piece[],
): Promise<void> {
  const present = value !== undefined && !('checkEmpty' in operation && operation.checkEmpty && value === '')
  const keep = () => out.push({ text: value ?? '', quoted, expanded: true })
  const word = async (node: WordNode) => {
    for (const piece of await expandPieces(shell, node, quoted))
      out.push(quoted ? { ...piece, quoted } : { ...piece, expanded: true })
  }
  switch (operation.type) {
    case 'DefaultValue':
      if (present) keep()
      else await word(operation.word)
      return
    case 'UseAlternative':
      if (present) await word(operation.word)
      else if (quoted) out.push({ text: '', quoted, expanded: true })
      return
    case 'AssignDefault': {
      if (present) {
        keep()
        return
      }
      const text = await expandText(shell, operation.word)
      const done = assign(shell, parameter, text)
      if ('problem' in done) {
        await complain(shell, `$${parameter}: cannot assign in this way`)
        throw { leave: 'abort', code: 1 }
      }
      out.push({ text: lookUp(shell, parameter) ?? text, quoted, expanded: true })
      return
    }
    case 'ErrorIfUnset': {
      if (present) {
        keep()
        return
      }
      const given = operation.word && operation.word.parts.length > 0 ? await expandText(shell, operation.word) : ''
      const said = given || (operation.checkEmpty ? 'parameter null or not set' : 'parameter not set')
      await complain(shell, `${parameter}: ${said}`)
      throw { leave: shell.interactive ? 'abort' : 'exit', code: shell.interactive ? 1 : 127 }
    }
    case 'BadSubstitution':
      await complain(
        shell,
        `${operation.text.startsWith('${') ? operation.text : `\${${operation.text}}`}: bad substitution`,
      )
      throw { leave: 'abort', code: 1 }
    case 'Length':
      if (value === undefined) await unbound(shell, parameter)
      out.push({ text: String([...(value ?? '')].length), quoted, expanded: true })
      return
    case 'Transform':
      if (value === undefined && operation.operator !== 'a') await unbound(shell, parameter)
      if (value === undefined && !shell.vars.get(splitName(parameter).name))
        out.push({ text: '', quoted, expanded: true })
      else out.push({ text: transformed(shell, parameter, value ?? '', operation.operator), quoted, expanded: true })
      return
    default:
      if (value === undefined) await unbound(shell, parameter)
      out.push({ text: await textOperation(shell, value ?? '', operation), quoted, expanded: true })
  }
}

/** `${x:1}`, `${x#a}`, `${x/a/b}`, `${x^}` on one text. */
async function textOperation(shell: Shell, value: string, operation: ParameterOperation | null): Promise<string> {
  switch (operation?.type) {
    case 'Substring': {
      const chars = [...value]
      let from = Number(await arithmetic(shell, operation.offset))
      if (from < 0) from += chars.length
      if (from < 0 || from > chars.length) return ''
      if (!operation.length) return chars.slice(from).join('')
      const length = Number(await arithmetic(shell, operation.length))
      const to = length < 0 ? chars.length + length : from + length
      if (to < from) {
        await complain(shell, `${operation.length.originalText ?? length}: substring expression < 0`)
        throw { leave: 'abort', code: 1 }
      }
      return chars.slice(from, to).join('')
    }
    case 'PatternRemoval': {
      const pattern = await expandPattern(shell, operation.pattern)
      await shell.session.meter.work(value.length * 8)
      return removed(value, pattern, operation.side, operation.greedy)
    }
    case 'PatternReplacement': {
      const pattern = await expandPattern(shell, operation.pattern)
      const replacement = operation.replacement ? await expandText(shell, operation.replacement) : ''
      await shell.session.meter.work(value.length * 8)
      return replaced(value, pattern, replacement, operation.all, operation.anchor)
    }
    case 'CaseModification': {
      const matches = operation.pattern ? matcher(await expandPattern(shell, operation.pattern)) : () => true
      const change = (char: string) =>
        matches(char) ? (operation.direction === 'upper' ? char.toUpperCase() : char.toLowerCase()) : char
      const chars = [...value]
      return operation.all
        ? chars.map(change).join('')
        : chars.map((char, i) => (i === 0 ? change(char) : char)).join('')
    }
    default:
      return value
  }
}

function removed(value: string, pattern: string, side: 'prefix' | 'suffix', greedy: boolean): string {
  if (pattern === '') return value
  if (side === 'prefix') {
    const lengths = matchLengths(pattern, value)
    const length = greedy ? lengths.at(-1) : lengths[0]
    return length === undefined ? value : value.slice(length)
  }
  const matches = matcher(pattern)
  const starts = Array.from({ length: value.length + 1 }, (_, i) => (greedy ? i : value.length - i))
  const start = starts.find(at => matches(value.slice(at)))
  return start === undefined ? value : value.slice(0, start)
}

function replaced(
  value: string,
  pattern: string,
  replacement: string,
  all: boolean,
  anchor: 'start' | 'end' | null,
): string {
  if (pattern === '') return anchor === 'start' ? replacement + value : anchor === 'end' ? value + replacement : value
  if (anchor === 'end') {
    const matches = matcher(pattern)
    for (let at = 0; at <= value.length; at++) if (matches(value.slice(at))) return value.slice(0, at) + replacement
    return value
  }
  let out = ''
  for (let at = 0; at <= value.length; ) {
    const length = matchLengths(pattern, value.slice(at)).at(-1)
    if (length !== undefined && (length > 0 || value === '')) {
      out += replacement
      at += Math.max(length, 1)
      if (!all) return out + value.slice(at)
    } else {
      out += value[at] ?? ''
      at++
    }
    if (anchor === 'start') return out + value.slice(at)
  }
  return out
}

function transformed(shell: Shell, parameter: string, value: string, operator: string): string {
  const name = resolveName(shell, splitName(parameter).name)
  switch (operator) {
    case 'U':
      return value.toUpperCase()
    case 'L':
      return value.toLowerCase()
    case 'u':
      return value.slice(0, 1).toUpperCase() + value.slice(1)
    case 'Q':
    case 'K':
      return shellQuoted(value)
    case 'a':
      return attributesOf(shell.vars.get(name) ?? {})
    case 'A': {
      const attributes = attributesOf(shell.vars.get(name) ?? {})
      return `${attributes === '' ? '' : `declare -${attributes} `}${name}=${shellQuoted(value)}`
    }
    case 'E':
      return value.replace(/\\(n|t|\\|e)/g, (_, char: string) => ({ n: '\n', t: '\t', e: '\x1b' })[char] ?? char)
    default:
      return value
  }
}
