import { bytesFromText } from '../../../cluster/bytes.ts'
import { refused, sentence } from '../../files/errno.ts'
import { type Command, type CommandContext, failed } from '../command.ts'
import { countOf } from '../count.ts'
import { textOf } from '../lines.ts'
import { optionsOf } from '../options.ts'

type Read = { readonly bytes: Uint8Array } | { readonly problem: string }

async function read(program: string, paths: readonly string[], context: CommandContext): Promise<Read> {
  const parts: number[] = []
  for (const path of paths.length > 0 ? paths : ['-']) {
    const text = await textOf(context, path)
    if (refused(text)) return { problem: `${program}: ${path}: ${sentence(text.errno)}\n` }
    await context.work(text.length * 8)
    for (const byte of bytesFromText(text)) parts.push(byte)
  }
  return { bytes: new Uint8Array(parts) }
}

const hex = (value: number, width: number) => value.toString(16).padStart(width, '0')
const shown = (byte: number) => (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : '.')

/** Rows of so many bytes; equal rows in between become `*`. */
function rows(
  bytes: Uint8Array,
  width: number,
  squeeze: boolean,
  row: (at: number, bytes: Uint8Array) => string,
): string {
  let out = ''
  let before = ''
  let starred = false
  for (let at = 0; at < bytes.length; at += width) {
    const part = bytes.subarray(at, at + width)
    const now = part.length === width ? part.join() : ''
    if (squeeze && now !== '' && now === before) {
      if (!starred) out += '*\n'
      starred = true
      continue
    }
    before = now
    starred = false
    out += row(at, part)
  }
  return out
}

/** `hexdump`, with `-C` as etcd's values are looked at. */
export const hexdump: Command = async (args, context) => {
  const given = optionsOf('hexdump', args, {
    letters: 'bCcdovx',
    valued: 'ns',
    long: { canonical: 'C', 'no-squeezing': 'v', 'length=': 'n', 'skip=': 's' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const input = await read('hexdump', rest, context)
  if ('problem' in input) return failed(input.problem)
  const skip = countOf(options.get('s') ?? '0') ?? 0
  const bytes = input.bytes.subarray(skip, options.has('n') ? skip + (countOf(options.get('n') ?? '') ?? 0) : undefined)
  const canonical = options.has('C') || context.name === 'hd'
  const out = rows(bytes, 16, !options.has('v'), (at, part) => {
    if (!canonical) {
      const words = Array.from({ length: Math.ceil(part.length / 2) }, (_, i) =>
        hex((part[2 * i] ?? 0) | ((part[2 * i + 1] ?? 0) << 8), 4),
      )
      return `${hex(skip + at, 7)} ${words.join(' ')}\n`.padEnd(7)
    }
    const cells = [...part].map(byte => hex(byte, 2))
    const columns = `${cells.slice(0, 8).join(' ')}  ${cells.slice(8).join(' ')}`.padEnd(48)
    return `${hex(skip + at, 8)}  ${columns}  |${[...part].map(shown).join('')}|\n`
  })
  return {
    stdout: bytes.length === 0 ? '' : `${out}${hex(skip + bytes.length, canonical ? 8 : 7)}\n`,
    stderr: '',
    exitCode: 0,
  }
}

/** `xxd`, and `-r -p` back. */
export const xxd: Command = async (args, context) => {
  const given = optionsOf('xxd', args, { letters: 'bprui', valued: 'cgls' })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const input = await read('xxd', rest.slice(0, 1), context)
  if ('problem' in input) return failed(input.problem, 2)
  if (options.has('r')) return back(input.bytes, options.has('p'))
  const bytes = input.bytes.subarray(0, options.has('l') ? Number(options.get('l')) : undefined)
  if (options.has('p')) {
    const width = Number(options.get('c') ?? 30) || bytes.length || 1
    return {
      stdout: rows(bytes, width, false, (_, part) => `${[...part].map(byte => hex(byte, 2)).join('')}\n`),
      stderr: '',
      exitCode: 0,
    }
  }
  const width = Number(options.get('c') ?? 16)
  const group = Number(options.get('g') ?? 2)
  const whole = width * 2 + Math.ceil(width / group)
  const stdout = rows(bytes, width, false, (at, part) => {
    let columns = ''
    part.forEach((byte, index) => {
      columns += hex(byte, 2) + ((index + 1) % group === 0 ? ' ' : '')
    })
    return `${hex(at, 8)}: ${columns.padEnd(whole)} ${[...part].map(shown).join('')}\n`
  })
  return { stdout, stderr: '', exitCode: 0 }
}

function back(bytes: Uint8Array, plain: boolean) {
  const text = String.fromCharCode(...bytes.subarray(0, 100_000))
  const lines = plain ? [text] : text.split('\n').map(line => line.replace(/^[0-9a-f]+: /i, '').split('  ')[0] ?? '')
  const digits = lines.join('').replace(/[^0-9a-f]/gi, '')
  let out = ''
  for (let at = 0; at + 1 < digits.length; at += 2) {
    const byte = Number.parseInt(digits.slice(at, at + 2), 16)
    out += String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte)
  }
  return { stdout: out, stderr: '', exitCode: 0 }
}

const named: Readonly<Record<number, string>> = {
  0: '\\0',
  7: '\\a',
  8: '\\b',
  9: '\\t',
  10: '\\n',
  11: '\\v',
  12: '\\f',
  13: '\\r',
}

/** `od` in the forms that people use: `-c`, `-tx1`, `-An`, octal words. */
export const od: Command = async (args, context) => {
  const given = optionsOf('od', args, {
    letters: 'abcdovx',
    valued: 'AjNtw',
    long: { 'address-radix=': 'A', 'format=': 't', 'read-bytes=': 'N', 'skip-bytes=': 'j' },
  })
  if ('refusal' in given) return given.refusal
  const { options, rest } = given
  const input = await read('od', rest, context)
  if ('problem' in input) return failed(input.problem)
  const skip = countOf(options.get('j') ?? '0') ?? 0
  const bytes = input.bytes.subarray(skip, options.has('N') ? skip + (countOf(options.get('N') ?? '') ?? 0) : undefined)
  const radix = options.get('A') ?? 'o'
  const address = (at: number) =>
    radix === 'n'
      ? ''
      : radix === 'x'
        ? hex(at, 6)
        : radix === 'd'
          ? String(at).padStart(7, '0')
          : at.toString(8).padStart(7, '0')
  const kind = options.has('c') ? 'c' : options.has('x') ? 'x2' : options.has('b') ? 'o1' : (options.get('t') ?? 'o2')
  const size = kind === 'c' || kind === 'a' ? 1 : Number(kind.slice(1) || 4)
  const cell = (at: number, part: Uint8Array) => {
    if (kind === 'c') {
      const byte = part[at] ?? 0
      return (
        named[byte] ?? (byte >= 32 && byte < 127 ? String.fromCharCode(byte) : byte.toString(8).padStart(3, '0'))
      ).padStart(4)
    }
    let value = 0
    for (let i = size - 1; i >= 0; i--) value = value * 256 + (part[at + i] ?? 0)
    if (kind.startsWith('x')) return ` ${hex(value, size * 2)}`
    if (kind.startsWith('u') || kind.startsWith('d'))
      return ` ${String(value).padStart(size === 1 ? 3 : size === 2 ? 5 : 10)}`
    return ` ${value.toString(8).padStart(Math.ceil((size * 8) / 3), '0')}`
  }
  const out = rows(bytes, 16, !options.has('v'), (at, part) => {
    let line = address(skip + at)
    for (let i = 0; i < part.length; i += size) line += cell(i, part)
    return `${line}\n`
  })
  return { stdout: out + (radix === 'n' ? '' : `${address(skip + bytes.length)}\n`), stderr: '', exitCode: 0 }
}
