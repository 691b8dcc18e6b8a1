import { join } from '../../../cluster/file-tree.ts'
import { refused, sentence } from '../../files/errno.ts'
import { strftime } from '../../files/strftime.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'
import { type Change, changesBetween } from './edits.ts'

const long = {
  brief: 'q',
  color: 'color',
  'color=': 'color',
  'context=': 'C',
  context: 'c',
  'ignore-all-space': 'w',
  'ignore-blank-lines': 'B',
  'ignore-case': 'i',
  'ignore-space-change': 'b',
  'label=': 'L',
  'new-file': 'N',
  recursive: 'r',
  'report-identical-files': 's',
  'side-by-side': 'y',
  'unified=': 'U',
  unified: 'u',
  'width=': 'W',
  text: 'a',
  normal: 'normal',
  'suppress-common-lines': 'suppress',
}

interface Side {
  readonly name: string
  readonly label: string
  readonly text: string
  readonly mtime: number
}

export const diff: Command = async (args, context) => {
  const given = optionsOf('diff', args, { letters: 'abBcdeilnNpqrstTuvwy', valued: 'CFILSUWx', long })
  if ('refusal' in given)
    return {
      ...given.refusal,
      stderr: given.refusal.stderr.replace("Try 'diff --help'", "diff: Try 'diff --help'"),
      exitCode: 2,
    }
  const { options, order, rest } = given
  const [first, second, extra] = rest
  if (first === undefined || second === undefined)
    return failed(
      `diff: missing operand after '${first ?? 'diff'}'\ndiff: Try 'diff --help' for more information.\n`,
      2,
    )
  if (extra !== undefined)
    return failed(`diff: extra operand '${extra}'\ndiff: Try 'diff --help' for more information.\n`, 2)
  const labels = order.filter(([letter]) => letter === 'L').map(([, value]) => value)
  const words = args.slice(0, args.length).filter(arg => arg.startsWith('-') && arg !== '-')
  return compare(first, second, labels, options, words, context)
}

type Options = ReadonlyMap<string, string>

async function compare(
  first: string,
  second: string,
  labels: readonly string[],
  options: Options,
  flags: readonly string[],
  context: CommandContext,
) {
  const kindOf = (path: string) => {
    const stat = path === '-' ? undefined : context.files.stat(context.at(path))
    return stat && !refused(stat) ? stat.kind : undefined
  }
  const [a, b] = [kindOf(first), kindOf(second)]
  if (a === 'directory' && b === 'directory') return directories(first, second, options, flags, context)
  const left = a === 'directory' && b !== undefined ? join(first, second.slice(second.lastIndexOf('/') + 1)) : first
  const right = b === 'directory' && a !== undefined ? join(second, first.slice(first.lastIndexOf('/') + 1)) : second
  return files(left, right, labels, options, context)
}

async function side(
  path: string,
  label: string | undefined,
  options: Options,
  context: CommandContext,
): Promise<Side | { readonly problem: string }> {
  const text = await textOf(context, path)
  if (refused(text)) {
    if (text.errno === 'ENOENT' && options.has('N')) return { name: path, label: label ?? path, text: '', mtime: 0 }
    return { problem: `diff: ${path}: ${sentence(text.errno)}\n` }
  }
  const stat = path === '-' ? undefined : context.files.stat(context.at(path))
  const mtime = stat && !refused(stat) ? stat.mtime : context.world.clock
  return { name: path, label: label ?? `${path}\t${strftime('%Y-%m-%d %H:%M:%S.%N %z', mtime)}`, text, mtime }
}

async function files(
  first: string,
  second: string,
  labels: readonly string[],
  options: Options,
  context: CommandContext,
  heading = '',
) {
  const a = await side(first, labels[0], options, context)
  const b = await side(second, labels[1], options, context)
  const problems = [a, b].flatMap(it => ('problem' in it ? [it.problem] : []))
  if ('problem' in a || 'problem' in b) return failed(problems.join(''), 2)
  await context.work((a.text.length + b.text.length) * 4)
  const same = () => ({
    stdout: options.has('s') ? `Files ${first} and ${second} are identical\n` : '',
    stderr: '',
    exitCode: 0,
  })
  if (a.text === b.text) return same()
  const split = (text: string) => text.match(/[^\n]*\n|[^\n]+$/g) ?? []
  const [left, right] = [split(a.text), split(b.text)]
  const key = keyOf(options)
  let changes = changesBetween(left.map(key), right.map(key))
  if (options.has('B'))
    changes = changes.filter(change =>
      [...left.slice(change.a0, change.a1), ...right.slice(change.b0, change.b1)].some(line => line.trim() !== ''),
    )
  if (changes.length === 0) return same()
  if (options.has('q')) return { stdout: `Files ${first} and ${second} differ\n`, stderr: '', exitCode: 1 }
  if (a.text.includes('\0') || b.text.includes('\0'))
    return { stdout: `Binary files ${first} and ${second} differ\n`, stderr: '', exitCode: 1 }
  const around = options.get('U') ?? options.get('C')
  const context_ = around === undefined ? 3 : Number(around)
  const body =
    options.has('u') || options.has('U')
      ? unified(a, b, left, right, changes, context_)
      : options.has('c') || options.has('C')
        ? contextual(a, b, left, right, changes, context_)
        : options.has('y')
          ? beside(left, right, changes, Number(options.get('W') ?? 130), options.has('suppress'))
          : normal(left, right, changes)
  return { stdout: heading + body, stderr: '', exitCode: 1 }
}

function keyOf(options: Options): (line: string) => string {
  return line => {
    let text = line
    if (options.has('w')) text = text.replace(/[ \t\r\n]+/g, '')
    else if (options.has('b')) text = text.replace(/[ \t]+/g, ' ').replace(/ ?\n$/, '')
    return options.has('i') ? text.toLowerCase() : text
  }
}

const marked = (sign: string, lines: readonly string[]) =>
  lines.map(line => `${sign}${line}${line.endsWith('\n') ? '' : '\n\\ No newline at end of file\n'}`).join('')
const span = (from: number, to: number) =>
  to - from === 1 ? String(to) : to === from ? String(from) : `${from + 1},${to}`

function normal(left: readonly string[], right: readonly string[], changes: readonly Change[]): string {
  return changes
    .map(({ a0, a1, b0, b1 }) => {
      const letter = a0 === a1 ? 'a' : b0 === b1 ? 'd' : 'c'
      const body =
        letter === 'c'
          ? `${marked('< ', left.slice(a0, a1))}---\n${marked('> ', right.slice(b0, b1))}`
          : marked('< ', left.slice(a0, a1)) + marked('> ', right.slice(b0, b1))
      return `${span(a0, a1)}${letter}${span(b0, b1)}\n${body}`
    })
    .join('')
}

function groupsOf(changes: readonly Change[], around: number): Change[][] {
  const groups: Change[][] = []
  for (const change of changes) {
    const last = groups.at(-1)?.at(-1)
    if (last && change.a0 - last.a1 <= 2 * around) groups.at(-1)?.push(change)
    else groups.push([change])
  }
  return groups
}

function unified(
  a: Side,
  b: Side,
  left: readonly string[],
  right: readonly string[],
  changes: readonly Change[],
  around: number,
): string {
  let out = `--- ${a.label}\n+++ ${b.label}\n`
  const range = (from: number, count: number) =>
    count === 1 ? String(from + 1) : `${count === 0 ? from : from + 1},${count}`
  for (const group of groupsOf(changes, around)) {
    const [first] = group
    const last = group.at(-1)
    if (!first || !last) continue
    const a0 = Math.max(first.a0 - around, 0)
    const b0 = Math.max(first.b0 - around, 0)
    const a1 = Math.min(last.a1 + around, left.length)
    const b1 = Math.min(last.b1 + around, right.length)
    out += `@@ -${range(a0, a1 - a0)} +${range(b0, b1 - b0)} @@\n`
    let at = a0
    for (const change of group) {
      out +=
        marked(' ', left.slice(at, change.a0)) +
        marked('-', left.slice(change.a0, change.a1)) +
        marked('+', right.slice(change.b0, change.b1))
      at = change.a1
    }
    out += marked(' ', left.slice(at, a1))
  }
  return out
}

function contextual(
  a: Side,
  b: Side,
  left: readonly string[],
  right: readonly string[],
  changes: readonly Change[],
  around: number,
): string {
  let out = `*** ${a.label}\n--- ${b.label}\n`
  const range = (from: number, to: number) => (to - from <= 1 ? String(to) : `${from + 1},${to}`)
  for (const group of groupsOf(changes, around)) {
    const [first] = group
    const last = group.at(-1)
    if (!first || !last) continue
    const part = (
      lines: readonly string[],
      from: number,
      to: number,
      pick: (change: Change) => readonly [number, number],
      sign: string,
    ) => {
      let text = ''
      let at = from
      for (const change of group) {
        const [start, end] = pick(change)
        text +=
          marked('  ', lines.slice(at, start)) +
          marked(change.a0 < change.a1 && change.b0 < change.b1 ? '! ' : sign, lines.slice(start, end))
        at = end
      }
      return text + marked('  ', lines.slice(at, to))
    }
    const a0 = Math.max(first.a0 - around, 0)
    const b0 = Math.max(first.b0 - around, 0)
    const a1 = Math.min(last.a1 + around, left.length)
    const b1 = Math.min(last.b1 + around, right.length)
    const removes = group.some(change => change.a0 < change.a1)
    const adds = group.some(change => change.b0 < change.b1)
    out += `***************\n*** ${range(a0, a1)} ****\n${removes ? part(left, a0, a1, change => [change.a0, change.a1], '- ') : ''}--- ${range(b0, b1)} ----\n${adds ? part(right, b0, b1, change => [change.b0, change.b1], '+ ') : ''}`
  }
  return out
}

function beside(
  left: readonly string[],
  right: readonly string[],
  changes: readonly Change[],
  width: number,
  suppress: boolean,
): string {
  const half = Math.floor((width - 3) / 2)
  const column =
    Math.floor((half + 3) / 8) * 8 > half ? Math.floor((half + 3) / 8) * 8 : Math.floor((half + 3 + 7) / 8) * 8
  let out = ''
  const row = (a: string | undefined, sign: string, b: string | undefined) => {
    const text = (a ?? '').replace(/\n$/, '').slice(0, half)
    const middle = `${text.padEnd(half)} ${sign} `
    if (sign === ' ')
      out += `${text}${'\t'.repeat(Math.max(Math.ceil((column - text.length) / 8), 1))}${(b ?? '').replace(/\n$/, '').slice(0, half)}\n`
    else
      out +=
        b === undefined ? `${middle.trimEnd()}\n` : `${middle.slice(0, -1)}\t${b.replace(/\n$/, '').slice(0, half)}\n`
  }
  let at = 0
  let other = 0
  for (const { a0, a1, b0, b1 } of [
    ...changes,
    { a0: left.length, a1: left.length, b0: right.length, b1: right.length },
  ]) {
    if (!suppress) for (; at < a0; at++) row(left[at], ' ', right[other++])
    for (let i = 0; i < Math.max(a1 - a0, b1 - b0); i++) {
      const a = a0 + i < a1 ? left[a0 + i] : undefined
      const b = b0 + i < b1 ? right[b0 + i] : undefined
      row(a, a === undefined ? '>' : b === undefined ? '<' : '|', b)
    }
    at = a1
    other = b1
  }
  return out
}

async function directories(
  first: string,
  second: string,
  options: Options,
  flags: readonly string[],
  context: CommandContext,
): Promise<{ stdout: string; stderr: string; exitCode: number }> {
  const names = (path: string) => {
    const found = context.files.list(context.at(path))
    return refused(found) ? [] : found
  }
  const [a, b] = [new Set(names(first)), new Set(names(second))]
  let stdout = ''
  let stderr = ''
  let exitCode = 0
  for (const name of [...new Set([...a, ...b])].sort()) {
    const [left, right] = [join(first, name), join(second, name)]
    if ((!a.has(name) || !b.has(name)) && !options.has('N')) {
      stdout += `Only in ${a.has(name) ? first : second}: ${name}\n`
      exitCode = Math.max(exitCode, 1)
      continue
    }
    const [x, y] = [context.files.stat(context.at(left)), context.files.stat(context.at(right))]
    const bothDirectories = !refused(x) && !refused(y) && x.kind === 'directory' && y.kind === 'directory'
    if (bothDirectories && !options.has('r')) {
      stdout += `Common subdirectories: ${left} and ${right}\n`
      continue
    }
    const heading = options.has('q') ? '' : `diff ${flags.length > 0 ? `${flags.join(' ')} ` : ''}${left} ${right}\n`
    const done = bothDirectories
      ? await directories(left, right, options, flags, context)
      : await files(left, right, [], options, context, heading)
    stdout += done.stdout
    stderr += done.stderr
    exitCode = Math.max(exitCode, done.exitCode)
  }
  return { stdout, stderr, exitCode }
}
