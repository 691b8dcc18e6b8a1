import { byteLength } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, failed } from '../command.ts'
import { linesOf, textOf } from '../lines.ts'
import { naturally } from '../ls/natural-order.ts'
import { optionsOf } from '../options.ts'

const long = {
  check: 'c',
  'check=': 'c',
  'dictionary-order': 'd',
  'field-separator=': 't',
  'general-numeric-sort': 'g',
  'human-numeric-sort': 'h',
  'ignore-case': 'f',
  'ignore-leading-blanks': 'b',
  'ignore-nonprinting': 'i',
  'key=': 'k',
  merge: 'm',
  'month-sort': 'M',
  'numeric-sort': 'n',
  'output=': 'o',
  'random-sort': 'R',
  reverse: 'r',
  'sort=': 'sort',
  stable: 's',
  unique: 'u',
  'version-sort': 'V',
  'zero-terminated': 'z',
}

interface Key {
  readonly field: number
  readonly char: number
  readonly startBlank: boolean
  readonly endField?: number
  readonly endChar: number
  readonly endBlank: boolean
  readonly flags: string
}

const months = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

function keyOf(text: string): Key | undefined {
  const found = /^(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*)(?:,(\d+)(?:\.(\d+))?([bdfgiMhnRrV]*))?$/.exec(text)
  if (!found || found[1] === '0') return undefined
  return {
    field: Number(found[1]),
    char: Number(found[2] ?? 1),
    startBlank: (found[3] ?? '').includes('b'),
    ...(found[4] === undefined ? {} : { endField: Number(found[4]) }),
    endChar: Number(found[5] ?? 0),
    endBlank: (found[6] ?? '').includes('b'),
    flags: (found[3] ?? '') + (found[6] ?? ''),
  }
}

/** Where the fields of a line begin and end; without a separator a field takes the blanks before it. */
function fieldsOf(line: string, separator: string | undefined): readonly (readonly [number, number])[] {
  const out: [number, number][] = []
  if (separator !== undefined) {
    let from = 0
    for (let at = line.indexOf(separator); at >= 0; at = line.indexOf(separator, at + 1)) {
      out.push([from, at])
      from = at + 1
    }
    out.push([from, line.length])
    return out
  }
  for (const match of line.matchAll(/[ \t]*[^ \t]+|[ \t]+$/g)) out.push([match.index, match.index + match[0].length])
  return out
}

function partOf(line: string, key: Key, separator: string | undefined, blanks: boolean): string {
  const fields = fieldsOf(line, separator)
  const skip = (at: number, on: boolean) => (on ? at + (/^[ \t]*/.exec(line.slice(at))?.[0].length ?? 0) : at)
  const start = fields[key.field - 1]
  const from = start ? Math.min(skip(start[0], key.startBlank || blanks) + key.char - 1, line.length) : line.length
  if (key.endField === undefined) return line.slice(from)
  const end = fields[key.endField - 1]
  const to = !end
    ? line.length
    : key.endChar === 0
      ? end[1]
      : Math.min(skip(end[0], key.endBlank || blanks) + key.endChar, line.length)
  return line.slice(from, Math.max(to, from))
}

function numberIn(text: string): number {
  const found = /^[ \t]*(-?(?:\d[\d]*)?(?:\.\d*)?)/.exec(text)?.[1] ?? ''
  return found === '' || found === '-' || found === '.' ? 0 : Number(found)
}

const powers = 'KMGTPEZY'
function humanIn(text: string): [number, number] {
  const found = /^[ \t]*(-?\d*\.?\d*)([kKMGTPEZY]?)/.exec(text)
  const value = Number(found?.[1]) || 0
  const unit = (found?.[2] ?? '').toUpperCase()
  return [Math.sign(value) * (unit === '' ? 0 : powers.indexOf(unit) + 1), value]
}

function compareBy(flags: string, a: string, b: string): number {
  if (flags.includes('n')) return numberIn(a) - numberIn(b)
  if (flags.includes('g')) {
    const value = (text: string) => {
      const number = Number.parseFloat(text.trim())
      return Number.isNaN(number) ? Number.NEGATIVE_INFINITY : number
    }
    const [x, y] = [value(a), value(b)]
    return x === y ? 0 : x < y ? -1 : 1
  }
  if (flags.includes('h')) {
    const [[unitA, valueA], [unitB, valueB]] = [humanIn(a), humanIn(b)]
    return unitA - unitB || valueA - valueB
  }
  if (flags.includes('M')) {
    const month = (text: string) => months.indexOf(text.trim().slice(0, 3).toUpperCase())
    return month(a) - month(b)
  }
  if (flags.includes('V')) return naturally(a, b)
  const shown = (text: string) => {
    let out = text
    if (flags.includes('d')) out = out.replace(/[^\p{L}\p{N} \t]/gu, '')
    if (flags.includes('i')) out = out.replace(/[^ -~]/g, '')
    return flags.includes('f') ? out.toUpperCase() : out
  }
  return bytewise(shown(a), shown(b))
}

/** The order of UTF-8 bytes is that of code points. */
export function bytewise(a: string, b: string): number {
  if (a === b) return 0
  if (/[\ud800-\udfff]/.test(a + b)) {
    const [x, y] = [[...a], [...b]]
    for (let i = 0; i < Math.min(x.length, y.length); i++) {
      const order = (x[i]?.codePointAt(0) ?? 0) - (y[i]?.codePointAt(0) ?? 0)
      if (order !== 0) return order
    }
    return x.length - y.length
  }
  return a < b ? -1 : 1
}

export const sort: Command = async (args, context) => {
  const given = optionsOf('sort', args, { letters: 'bcCdfghimMnrRsuVz', valued: 'kotST', long })
  if ('refusal' in given) return { ...given.refusal, exitCode: 2 }
  const { options, order, rest } = given
  const separator = options.get('t') === '\\0' ? '\0' : options.get('t')
  if (separator !== undefined && [...separator].length > 1)
    return failed(`sort: multi-character tab '${separator}'\n`, 2)
  if (separator === '') return failed('sort: empty tab\n', 2)
  const sortNames: Readonly<Record<string, string>> = {
    numeric: 'n',
    'general-numeric': 'g',
    'human-numeric': 'h',
    month: 'M',
    version: 'V',
    random: 'R',
  }
  const flags =
    [...options.keys()].filter(letter => letter.length === 1 && 'bdfghiMnrRV'.includes(letter)).join('') +
    (sortNames[options.get('sort') ?? ''] ?? '')
  const keys: Key[] = []
  for (const [letter, value] of order) {
    if (letter !== 'k') continue
    const key = keyOf(value)
    if (!key)
      return failed(
        /^0/.test(value)
          ? `sort: -: invalid field specification '${value}'\n`.replace(
              '-: invalid field specification',
              'field number is zero: invalid field specification',
            )
          : `sort: invalid number at field start: invalid count at start of '${value}'\n`,
        2,
      )
    keys.push(key)
  }
  const end = options.has('z') ? '\0' : '\n'
  const lines: string[] = []
  const paths = rest.length > 0 ? rest : ['-']
  for (const path of paths) {
    const text = await textOf(context, path)
    if (refused(text))
      return failed(
        text.errno === 'EISDIR'
          ? `sort: read failed: ${path}: Is a directory\n`
          : `sort: cannot read: ${path}: ${sentence(text.errno)}\n`,
        2,
      )
    await context.work(text.length * 2)
    lines.push(...linesOf(text, end))
  }
  const byKeys = (a: string, b: string): number => {
    for (const key of keys) {
      const own = key.flags.replace('b', '')
      const how = own === '' && !key.startBlank && !key.endBlank ? flags : key.flags
      const result = compareBy(
        how,
        partOf(a, key, separator, how.includes('b') && own === ''),
        partOf(b, key, separator, how.includes('b') && own === ''),
      )
      if (result !== 0) return how.includes('r') ? -result : result
    }
    if (keys.length > 0) return 0
    const strip = (text: string) => (flags.includes('b') ? text.replace(/^[ \t]+/, '') : text)
    const result = compareBy(flags, strip(a), strip(b))
    return flags.includes('r') ? -result : result
  }
  const plain = keys.length === 0 && !/[bdfghiMnRV]/.test(flags)
  const unique = options.has('u')
  const whole = (a: string, b: string): number => {
    const result = byKeys(a, b)
    if (result !== 0 || options.has('s') || unique || plain) return result
    return flags.includes('r') ? -bytewise(a, b) : bytewise(a, b)
  }
  if (options.has('c') || options.has('C')) {
    const at = lines.findIndex(
      (line, index) =>
        index > 0 && (unique ? whole(lines[index - 1] ?? '', line) >= 0 : whole(lines[index - 1] ?? '', line) > 0),
    )
    if (at < 0) return { stdout: '', stderr: '', exitCode: 0 }
    return failed(
      options.has('C') || options.get('c') === 'quiet' || options.get('c') === 'silent'
        ? ''
        : `sort: ${paths[0]}:${at + 1}: disorder: ${lines[at]}\n`,
    )
  }
  let sorted: string[]
  if (flags.includes('R') && keys.length === 0) {
    const weights = new Map<string, number>()
    for (const line of lines) if (!weights.has(line)) weights.set(line, context.random())
    sorted = [...lines].sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0))
  } else sorted = [...lines].sort(whole)
  if (unique) sorted = sorted.filter((line, index) => index === 0 || byKeys(sorted[index - 1] ?? '', line) !== 0)
  const out = sorted.map(line => line + end).join('')
  await context.work(byteLength(out))
  const target = options.get('o')
  if (target === undefined) return { stdout: out, stderr: '', exitCode: 0 }
  const why = context.files.write(context.at(target), out, 0o666 & ~context.umask)
  return why ? failed(`sort: open failed: ${target}: ${sentence(why)}\n`, 2) : { stdout: '', stderr: '', exitCode: 0 }
}
