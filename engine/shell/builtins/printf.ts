import { strftime } from '../files/strftime.ts'
import { backslashed } from '../interpreter/quote.ts'
import { complain, print } from '../interpreter/shell.ts'
import { assign } from '../interpreter/values.ts'
import type { Builtin } from './builtin.ts'
import { readEscape, withEscapes } from './escapes.ts'

const conversion =
  /%([-+ #0']*)(\*|\d+)?(?:\.(\*|\d*))?(?:hh|h|ll|l|L|q|j|z|t)?([diouxXeEfFgGaAcsbqQ%])|%([-+ #0']*)(\d+)?\(([^)]*)\)T/y

/** What a format and its arguments become, used up as often as there are arguments. */
export interface Formatted {
  readonly text: string
  readonly complaints: readonly string[]
}

export function format(spec: string, args: readonly string[], clock: number): Formatted {
  const complaints: string[] = []
  let text = ''
  let next = 0
  const take = () => args[next++]
  for (let rounds = 0; rounds === 0 || (next < args.length && rounds < 100_000); rounds++) {
    const before = next
    for (let at = 0; at < spec.length; ) {
      const char = spec[at] ?? ''
      if (char === '\\') {
        const found = readEscape(spec, at, 'format')
        text += found.text
        at = found.next
        continue
      }
      if (char !== '%') {
        text += char
        at++
        continue
      }
      conversion.lastIndex = at
      const found = conversion.exec(spec)
      if (!found) {
        complaints.push(`\`${spec.slice(at + 1, at + 2) || spec.slice(at)}': invalid format character`)
        return { text, complaints }
      }
      at = conversion.lastIndex
      const done = convert(found, take, complaints, clock)
      text += done.text
      if (done.stop) return { text, complaints }
    }
    if (next === before) break
  }
  return { text, complaints }
}

function convert(
  found: RegExpExecArray,
  take: () => string | undefined,
  complaints: string[],
  clock: number,
): { text: string; stop?: boolean } {
  const letter = found[4]
  if (letter === '%') return { text: '%' }
  let flags = found[1] ?? found[5] ?? ''
  let width = Number(found[2] === '*' ? (take() ?? 0) : (found[2] ?? found[6] ?? 0))
  if (width < 0) {
    flags += '-'
    width = -width
  }
  width = Math.min(width, 100_000)
  const wanted = found[3] === '*' ? (take() ?? '0') : found[3]
  const precision = wanted === undefined ? undefined : Math.min(Math.max(Number(wanted), 0), 100_000)
  const pad = (text: string) => (flags.includes('-') ? text.padEnd(width) : text.padStart(width))
  if (letter === undefined) {
    const given = take()
    const when = given === undefined || given === '' || Number(given) < 0 ? clock : Number(given) * 1000
    return { text: pad(strftime(found[7] || '%X', when)) }
  }
  const arg = take()
  switch (letter) {
    case 's':
      return { text: pad(cut(arg ?? '', precision)) }
    case 'q':
    case 'Q':
      return { text: pad(backslashed(arg ?? '')) }
    case 'b': {
      const told = withEscapes(arg ?? '')
      return { text: pad(cut(told.text, precision)), stop: told.stop }
    }
    case 'c':
      return { text: pad([...(arg ?? '')][0] ?? '') }
    default:
  }
  const number = /[eEfFgGaA]/.test(letter) ? floating(arg, complaints) : integer(arg, complaints)
  return {
    text: padded(
      numberText(number, letter, flags, precision),
      flags,
      width,
      precision !== undefined && typeof number === 'bigint',
    ),
  }
}

function cut(text: string, precision: number | undefined): string {
  return precision === undefined ? text : [...text].slice(0, precision).join('')
}

function padded(text: string, flags: string, width: number, noZeros: boolean): string {
  if (flags.includes('-')) return text.padEnd(width)
  if (!flags.includes('0') || noZeros) return text.padStart(width)
  const sign = /^[-+ ]?(?:0[xX])?/.exec(text)?.[0] ?? ''
  return sign + text.slice(sign.length).padStart(width - sign.length, '0')
}

function integer(arg: string | undefined, complaints: string[]): bigint {
  const text = (arg ?? '').trimStart()
  if (text === '') return 0n
  if (/^["']/.test(text)) return BigInt(text.codePointAt(1) ?? 0)
  const found = /^([-+]?)(0[xX][0-9A-Fa-f]+|0[0-7]*|[1-9]\d*)/.exec(text)
  if (!found) {
    complaints.push(`${arg}: invalid number`)
    return 0n
  }
  if (found[0].length < text.length) complaints.push(`${arg}: invalid number`)
  const digits = found[2] ?? '0'
  const value = /^0\d/.test(digits) ? BigInt(`0o${digits.slice(1)}`) : BigInt(digits)
  return BigInt.asIntN(64, found[1] === '-' ? -value : value)
}

function floating(arg: string | undefined, complaints: string[]): number {
  const text = (arg ?? '').trim()
  if (text === '') return 0
  const value = Number(text)
  if (!Number.isNaN(value)) return value
  complaints.push(`${arg}: invalid number`)
  return Number.parseFloat(text) || 0
}

function numberText(value: bigint | number, letter: string, flags: string, precision: number | undefined): string {
  const plus = flags.includes('+') ? '+' : flags.includes(' ') ? ' ' : ''
  if (typeof value === 'bigint') {
    if (letter === 'd' || letter === 'i') {
      const digits = (value < 0n ? -value : value).toString().padStart(precision ?? 0, '0')
      return (value < 0n ? '-' : plus) + digits
    }
    const whole = BigInt.asUintN(64, value)
    const base = letter === 'o' ? 8 : letter === 'u' ? 10 : 16
    const digits = whole.toString(base).padStart(precision ?? 0, '0')
    const lead = flags.includes('#') && whole !== 0n ? (letter === 'o' ? '0' : letter === 'u' ? '' : '0x') : ''
    return letter === 'X' ? (lead + digits).toUpperCase() : lead + digits
  }
  const sign = value < 0 || Object.is(value, -0) ? '-' : plus
  const size = Math.abs(value)
  if (!Number.isFinite(size)) return sign + (Number.isNaN(size) ? 'nan' : 'inf')
  const lower = letter.toLowerCase()
  const text =
    lower === 'f'
      ? size.toFixed(Math.min(precision ?? 6, 100))
      : lower === 'e'
        ? exponent(size.toExponential(Math.min(precision ?? 6, 100)))
        : general(size, precision ?? 6, flags.includes('#'))
  return sign + (letter === lower ? text : text.toUpperCase())
}

function exponent(text: string): string {
  return text.replace(/e([-+])(\d)$/, 'e$10$2')
}

/** C's `%g`. */
export function general(value: number, precision: number, keep: boolean): string {
  const digits = Math.min(Math.max(precision, 1), 100)
  if (value === 0) return '0'
  const power = Math.floor(Math.log10(Number(value.toPrecision(digits))))
  const text =
    power < -4 || power >= digits
      ? exponent(value.toExponential(digits - 1))
      : value.toFixed(Math.max(digits - 1 - power, 0))
  return keep || !text.includes('.') ? text : text.replace(/\.?0+(?=e|$)/, '')
}

export const printf: Builtin = async (shell, args) => {
  const variable = args[0] === '-v' ? args[1] : undefined
  const rest = variable === undefined ? args : args.slice(2)
  const [spec, ...values] = rest[0] === '--' ? rest.slice(1) : rest
  if (spec === undefined) {
    await shell.fds.get(2)?.sink?.write('printf: usage: printf [-v var] format [arguments]\n')
    return 2
  }
  const done = format(spec, values, shell.session.world.clock)
  for (const complaint of done.complaints) await complain(shell, `printf: ${complaint}`)
  if (variable === undefined) await print(shell, done.text)
  else {
    const kept = assign(shell, variable, done.text)
    if ('problem' in kept) await complain(shell, `printf: ${kept.problem}`)
  }
  return done.complaints.length > 0 ? 1 : 0
}
