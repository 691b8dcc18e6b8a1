import { join } from '../../../cluster/file-tree.ts'
import { refused, sentence } from '../../files/errno.ts'
import { matcher } from '../../interpreter/pattern.ts'
import { compileRegex, type Regex } from '../../regex/posix.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { optionsOf } from '../options.ts'
import { anyOf, ignoring, perl, whole, words } from './matching.ts'

const long = {
  'after-context=': 'A',
  'before-context=': 'B',
  'basic-regexp': 'G',
  'byte-offset': 'b',
  color: 'color',
  'color=': 'color=',
  colour: 'color',
  'context=': 'C',
  count: 'c',
  'exclude-dir=': 'exclude-dir',
  'exclude=': 'exclude',
  'extended-regexp': 'E',
  'files-with-matches': 'l',
  'files-without-match': 'L',
  'file=': 'f',
  'fixed-strings': 'F',
  'ignore-case': 'i',
  'include=': 'include',
  'initial-tab': 'T',
  'invert-match': 'v',
  'label=': 'label',
  'line-number': 'n',
  'line-regexp': 'x',
  'line-buffered': 'line-buffered',
  'max-count=': 'm',
  'no-filename': 'h',
  'no-ignore-case': 'no-ignore-case',
  'no-messages': 's',
  null: 'Z',
  'null-data': 'z',
  'only-matching': 'o',
  'perl-regexp': 'P',
  quiet: 'q',
  'regexp=': 'e',
  recursive: 'r',
  silent: 'q',
  text: 'a',
  'with-filename': 'H',
  'word-regexp': 'w',
}

interface Wanted {
  readonly regex: Regex
  readonly has: (letter: string) => boolean
  readonly names: boolean
  readonly before: number
  readonly after: number
  readonly most: number
  readonly end: string
  readonly label: string
}

function searching(kind: 'G' | 'E' | 'F'): Command {
  return async (args, context) => {
    const numbered = args.map(arg => (/^-\d+$/.test(arg) ? `-C${arg.slice(1)}` : arg))
    const given = optionsOf('grep', numbered, { letters: 'abcEFGhHiIlLnoPqrRsTuUvVwxyzZ', valued: 'ABCDdefm', long })
    if ('refusal' in given) {
      const { stderr } = given.refusal
      return failed(
        stderr.replace(
          /^(.*)\nTry 'grep --help' for more information\.\n$/s,
          "$1\nUsage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n",
        ),
        2,
      )
    }
    const { options, order } = given
    const has = (letter: string) => options.has(letter)
    const patterns: string[] = []
    for (const [letter, value] of order) {
      if (letter === 'e') patterns.push(...value.split('\n'))
      if (letter !== 'f') continue
      const text = value === '-' ? await context.input() : context.files.read(context.at(value))
      if (refused(text)) return failed(`grep: ${value}: ${sentence(text.errno)}\n`, 2)
      patterns.push(
        ...text
          .replace(/\n$/, '')
          .split('\n')
          .slice(0, text === '' ? 0 : undefined),
      )
    }
    const operands = [...given.rest]
    if (!has('e') && !has('f')) {
      const first = operands.shift()
      if (first === undefined)
        return failed("Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n", 2)
      patterns.push(...first.split('\n'))
    }
    const style = has('P') ? 'P' : has('F') ? 'F' : has('E') ? 'E' : has('G') ? 'G' : kind
    const fold = (has('i') || has('y')) && !has('no-ignore-case')
    const built = build(patterns, style, fold, has('x'), has('w'))
    if ('problem' in built) return failed(`grep: ${built.problem}\n`, 2)
    const recursive = has('r') || has('R')
    for (const letter of ['A', 'B', 'C'])
      if (has(letter) && !/^\d+$/.test(options.get(letter) ?? ''))
        return failed(`grep: ${options.get(letter)}: invalid context length argument\n`, 2)
    const around = Number(options.get('C') ?? 0)
    const wanted: Wanted = {
      regex: built,
      has,
      names: !has('h') && (has('H') || recursive || operands.length > 1),
      before: Number(options.get('B') ?? around),
      after: Number(options.get('A') ?? around),
      most: has('m') ? Number(options.get('m')) : Number.POSITIVE_INFINITY,
      end: has('z') ? '\0' : '\n',
      label: options.get('label') ?? '(standard input)',
    }
    const include = order.filter(([letter]) => letter === 'include').map(([, value]) => matcher(value))
    const exclude = order.filter(([letter]) => letter === 'exclude').map(([, value]) => matcher(value))
    const excludeDirectories = order.filter(([letter]) => letter === 'exclude-dir').map(([, value]) => matcher(value))
    let found = false
    let trouble = false
    let grouped = false
    const complain = async (path: string, words: string) => {
      trouble = true
      if (!has('s')) await context.stderr.write(`grep: ${path}: ${words}\n`)
    }
    const search = async (text: string, name: string): Promise<boolean> => {
      await context.work(text.length * 4)
      const answer = await searchText(text, name, wanted, context, grouped)
      grouped ||= answer.printed
      found ||= answer.matched
      return answer.matched && has('q')
    }
    const visit = async (path: string, top: boolean): Promise<boolean> => {
      const at = context.at(path)
      const link = context.files.lstat(at)
      if (!top && !has('R') && !refused(link) && link.kind === 'link') return false
      const stat = context.files.stat(at)
      if (!refused(stat) && stat.kind === 'directory') {
        if (!recursive) {
          await complain(path, 'Is a directory')
          return false
        }
        const names = context.files.list(at)
        if (refused(names)) {
          await complain(path, sentence(names.errno))
          return false
        }
        for (const name of names) {
          const below = path === '' ? name : join(path.replace(/(?<=.)\/+$/, ''), name)
          const inner = context.files.lstat(context.at(below))
          const isDirectory = !refused(inner) && inner.kind === 'directory'
          if (
            isDirectory
              ? excludeDirectories.some(it => it(name))
              : exclude.some(it => it(name)) || (include.length > 0 && !include.some(it => it(name)))
          )
            continue
          if (await visit(below, false)) return true
        }
        return false
      }
      const name = path.split('/').at(-1) ?? ''
      if (top && (exclude.some(it => it(name)) || (include.length > 0 && recursive && !include.some(it => it(name)))))
        return false
      const text = context.files.read(at)
      if (refused(text)) {
        await complain(path, sentence(text.errno))
        return false
      }
      return search(text, path)
    }
    if (operands.length === 0 && !recursive) await search(await context.input(), wanted.label)
    else if (operands.length === 0) await visit('', true)
    for (const path of operands) {
      const stop = path === '-' ? await search(await context.input(), wanted.label) : await visit(path, true)
      if (stop) break
    }
    const matched = found
    return { stdout: '', stderr: '', exitCode: trouble && !(has('q') && matched) ? 2 : matched ? 0 : 1 }
  }
}

export const grep = searching('G')
export const egrep = searching('E')
export const fgrep = searching('F')

function build(
  patterns: readonly string[],
  style: string,
  fold: boolean,
  isWhole: boolean,
  isWord: boolean,
): Regex | { readonly problem: string } {
  const parts: Regex[] = []
  for (const pattern of patterns) {
    const source = style === 'F' ? pattern.replace(/[\\^$.[\]|()*+?{}]/g, '\\$&') : pattern
    const made = style === 'P' ? perl(pattern, fold) : compileRegex(source, { extended: style !== 'G', fold })
    if ('problem' in made) return made
    parts.push(style === 'F' ? ignoring(made, pattern === '') : made)
  }
  const joined = parts.length === 1 && parts[0] ? parts[0] : anyOf(parts)
  return isWhole ? whole(joined) : isWord ? words(joined) : joined
}

async function searchText(
  text: string,
  name: string,
  wanted: Wanted,
  context: CommandContext,
  grouped: boolean,
): Promise<{ matched: boolean; printed: boolean }> {
  const { has, regex, end } = wanted
  const binary = !has('a') && !has('z') && (text.includes('\0') || /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/.test(text))
  const lines = text.split(end)
  if (lines.at(-1) === '') lines.pop()
  const prefix = (separator: string, number: number, offset: number) =>
    (wanted.names ? name + (has('Z') ? '\0' : separator) : '') +
    (has('n') ? `${number}${separator}` : '') +
    (has('b') ? `${offset}${separator}` : '') +
    (has('T') ? '\t' : '')
  const out: string[] = []
  let count = 0
  let offset = 0
  let shownTo = 0
  let owed = 0
  const context_ = wanted.before > 0 || wanted.after > 0
  const offsets: number[] = []
  const flush = async () => {
    if (out.length > 0) await context.stdout.write(out.splice(0).join(''))
  }
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? ''
    offsets.push(offset)
    const waits = context.work(line.length * 40 + 40)
    if (waits) {
      await flush()
      await waits
    }
    const hit = regex.test(line) !== has('v')
    if (hit && count < wanted.most) {
      count++
      if (has('q') || has('l') || has('L')) break
      if (!has('c')) {
        if (binary) break
        if (context_ && !has('o')) {
          const from = Math.max(index - wanted.before, shownTo)
          if ((grouped || shownTo > 0) && from > shownTo) out.push('--\n')
          else if (grouped && shownTo === 0 && from === 0) out.push('--\n')
          for (let i = from; i < index; i++) out.push(`${prefix('-', i + 1, offsets[i] ?? 0)}${lines[i]}${end}`)
        }
        if (!has('o')) out.push(`${prefix(':', index + 1, offset)}${line}${end}`)
        else if (!has('v'))
          for (const { start, end: stop } of matchesIn(regex, line))
            out.push(`${prefix(':', index + 1, offset + start)}${line.slice(start, stop)}${end}`)
        shownTo = index + 1
        owed = wanted.after
      }
    } else if (owed > 0 && !has('c') && !has('q') && !has('o')) {
      out.push(`${prefix('-', index + 1, offset)}${line}${end}`)
      shownTo = index + 1
      owed--
    }
    offset += new TextEncoder().encode(line).length + 1
    if (count >= wanted.most && owed === 0) break
  }
  if (wanted.most === 0) count = 0
  if (has('q')) return { matched: count > 0, printed: false }
  if (has('l') || has('L')) {
    if (count > 0 === !has('L')) out.push(name + (has('Z') ? '\0' : '\n'))
    await flush()
    return { matched: has('L') ? count === 0 : count > 0, printed: false }
  }
  if (has('c')) out.push(`${wanted.names ? `${name}${has('Z') ? '\0' : ':'}` : ''}${count}\n`)
  else if (binary && count > 0) out.push(`grep: ${name}: binary file matches\n`)
  const printed = shownTo > 0
  await flush()
  return { matched: count > 0, printed: printed && context_ }
}

function* matchesIn(regex: Regex, line: string): Generator<{ start: number; end: number }> {
  for (let at = 0; at <= line.length; ) {
    const match = regex.find(line, at)
    if (!match) return
    if (match.end > match.start) yield match
    at = match.end > match.start ? match.end : match.start + 1
  }
}
