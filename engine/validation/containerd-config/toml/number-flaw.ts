import { readFloat } from '../../flags/go-number.ts'
import type { Flaw } from './value.ts'

const bases: Readonly<Record<string, readonly [name: string, base: bigint]>> = {
  x: ['hexadecimal', 16n],
  o: ['octal', 8n],
  b: ['binary', 2n],
}

/** Why go-toml cannot take the signs of a whole number for one, in its words. `at`: where they begin. */
export function integerFlaw(written: string, at: number): Flaw | undefined {
  const wrong = (words: string, offset = 0): Flaw => ({ words, at: at + offset })
  const based = /^0[xob]./s.test(written) ? bases[written.charAt(1)] : undefined
  const skipped = based ? 2 : /^[+-]/.test(written) ? 1 : 0
  const digits = written.slice(skipped)
  if (digits.startsWith('_')) return wrong('number cannot start with underscore', skipped)
  if (digits.endsWith('_')) return wrong('number cannot end with underscore', written.length - 1)
  const doubled = written.indexOf('__')
  if (doubled >= 0) return wrong(betweenUnderscores, doubled)
  const [name, cleaned] = [based?.[0] ?? 'decimal', written.slice(based ? 2 : 0).replaceAll('_', '')]
  const [, sign = '', plain = ''] = /^([+-]?)(.*)$/s.exec(cleaned) ?? []
  if (!based && /^0./s.test(plain)) return wrong('leading zero not allowed on decimal number')
  const size = /^[\da-f]+$/i.test(plain) ? BigInt(based ? `0${written.charAt(1)}${plain}` : plain) : undefined
  const most = 1n << 63n
  const fits = size !== undefined && (sign === '-' ? size <= most : size < most)
  if (fits) return undefined
  const why = size === undefined ? 'invalid syntax' : 'value out of range'
  return wrong(`couldn't parse ${name} number: strconv.ParseInt: parsing "${cleaned}": ${why}`)
}

const betweenUnderscores = 'number must have at least one digit between underscores'

/** The same of a number with a point or an exponent. */
export function floatFlaw(written: string, at: number): Flaw | undefined {
  const wrong = (words: string, offset = 0): Flaw => ({ words, at: at + offset })
  if (/^[+-]nan$/.test(written)) return undefined
  if (written.startsWith('_')) return wrong('number cannot start with underscore')
  if (written.endsWith('_')) return wrong('number cannot end with underscore', written.length - 1)
  const underscore = underscoreFlaw(written)
  if (underscore) return wrong(underscore.words, underscore.at)
  const cleaned = written.replaceAll('_', '')
  if (cleaned.startsWith('.')) return wrong('float cannot start with a dot')
  if (cleaned.endsWith('.')) return wrong('float cannot end with a dot')
  let dots = 0
  for (const { index } of cleaned.matchAll(/\./g)) {
    if (dots++ > 0) return wrong('float can have at most one decimal point', index)
    if (!/\d/.test(cleaned.charAt(index - 1)))
      return wrong('float decimal point must be preceded by a digit', index - 1)
    if (!/\d/.test(cleaned.charAt(index + 1))) return wrong('float decimal point must be followed by a digit', index)
  }
  if (/^[+-]?0\d/.test(cleaned)) return wrong('float integer part cannot have leading zeroes')
  const read = readFloat(cleaned, 64)
  return 'error' in read ? wrong(`unable to parse float: ${read.error}`) : undefined
}

/** Where an underscore does not stand between two digits. */
function underscoreFlaw(written: string): Flaw | undefined {
  if (!written.includes('_')) return undefined
  let isAfterDigit = false
  for (let at = 0; at < written.length; at++) {
    const [sign, next] = [written.charAt(at), written.charAt(at + 1)]
    if (sign === '_') {
      if (!isAfterDigit) return { words: betweenUnderscores, at: at - 1 }
      if (/e/i.test(next)) return { words: 'cannot have underscore before exponent', at: at + 1 }
      isAfterDigit = false
    } else if (sign === '+' || sign === '-') isAfterDigit = false
    else if (/e/i.test(sign)) {
      if (next === '_') return { words: 'cannot have underscore after exponent', at: at + 1 }
    } else if (sign === '.') {
      if (next === '_') return { words: 'cannot have underscore after decimal point', at: at + 1 }
      if (written.charAt(at - 1) === '_') return { words: 'cannot have underscore before decimal point', at: at - 1 }
    } else isAfterDigit = true
  }
  return undefined
}
