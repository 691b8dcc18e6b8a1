import { z } from 'zod'
import {
  printQuantity,
  type Quantity,
  type QuantityFormat,
  readQuantity,
} from '../../validation/kubernetes/quantity.ts'
import { shortFloat } from '../../yaml/go/go-number.ts'
import { type Evaluator, evaluator, type Line } from '../evaluator.ts'

const shape = z.discriminatedUnion('op', [
  z.object({ op: z.literal('parse'), text: z.string() }),
  z.object({ op: z.literal('arith'), a: z.string(), b: z.string() }),
])

/** Amounts of resources, as Kubernetes reads, converts and adds them. */
export const quantities: Evaluator = evaluator(
  'amounts of resources: how Kubernetes reads one, or what two of them come to',
  shape,
  asked => {
    if (asked.op === 'parse') {
      const quantity = readQuantity(asked.text)
      return 'error' in quantity ? { ok: false, error: quantity.error } : { ok: true, ...told(quantity) }
    }
    const [a, b] = [readQuantity(asked.a), readQuantity(asked.b)]
    if ('error' in a) return { error: a.error }
    return 'error' in b ? { error: b.error } : together(a, b)
  },
)

const formats: Readonly<Record<QuantityFormat, string>> = {
  decimal: 'DecimalSI',
  binary: 'BinarySI',
  exponent: 'DecimalExponent',
}

function told(quantity: Quantity): Line {
  const { nano, canonical, format, held } = quantity
  const whole = held.power >= 0 ? held.unscaled * 10n ** BigInt(held.power) : undefined
  const in64 = held.in64 && whole !== undefined && BigInt.asIntN(64, whole) === whole
  return {
    approxFloat: shortFloat(Number(held.unscaled) * powerOfTen(held.power)),
    asDec: asDecimal(quantity),
    asInt64: { ok: in64, value: in64 ? String(whole) : String(cutWhole(held)) },
    canonical,
    format: formats[format],
    marshaled: JSON.stringify(canonical),
    milliValue: String(scaled(quantity, 3)),
    sign: nano === 0n ? 0 : nano < 0n ? -1 : 1,
    value: String(scaled(quantity, 0)),
  }
}

/** What is too large for 64 bits is cut where Kubernetes multiplies at once, and nought where it goes digit by digit. */
function cutWhole({ unscaled, power, in64 }: Quantity['held']): bigint {
  return in64 && atOnce.has(power) ? BigInt.asIntN(64, unscaled * 10n ** BigInt(power)) : 0n
}

const atOnce: ReadonlySet<number> = new Set([0, 1, 2, 3, 6, 9])

function together(a: Quantity, b: Quantity): Line {
  const format = a.nano === 0n ? b.format : a.format
  const milli = roundedUp(a.nano, 1_000_000n)
  const isWhole = a.held.in64 && a.held.power >= -3
  return {
    cmp: a.nano === b.nano ? 0 : a.nano < b.nano ? -1 : 1,
    equal: a.nano === b.nano,
    sum: printQuantity(a.nano + b.nano, format),
    diff: printQuantity(a.nano - b.nano, format),
    neg: printQuantity(-a.nano, a.format),
    roundUpMilli: {
      exact: a.nano % 1_000_000n === 0n,
      value: isWhole ? a.canonical : printQuantity(milli * 1_000_000n, a.format),
    },
  }
}

/** In units of ten to the minus `digits`, rounded away from zero, as 64 bits hold it: too large ones are cut, or 0. */
function scaled({ held: { unscaled, power, in64 } }: Quantity, digits: number): bigint {
  const shift = power + digits
  if (shift >= 0) {
    const product = unscaled * 10n ** BigInt(shift)
    const isLost = in64 && !atOnce.has(shift) && BigInt.asIntN(64, product) !== product
    return isLost ? 0n : BigInt.asIntN(64, product)
  }
  const divisor = 10n ** BigInt(-shift)
  if (in64) return roundedUp(unscaled, divisor)
  // Kubernetes cuts first what it divides, where that is negative.
  const cut = unscaled < 0n ? BigInt.asIntN(64, unscaled) : unscaled
  return BigInt.asIntN(64, cut / divisor + (cut % divisor === 0n ? 0n : 1n))
}

function roundedUp(amount: bigint, divisor: bigint): bigint {
  const rest = amount % divisor
  return amount / divisor + (rest === 0n ? 0n : amount < 0n ? -1n : 1n)
}

function asDecimal({ held: { unscaled, power } }: Quantity): string {
  if (power >= 0) return String(unscaled * 10n ** BigInt(power))
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(1 - power, '0')
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, power)}.${digits.slice(power)}`
}

/** Go multiplies two powers that it has tables of. */
function powerOfTen(power: number): number {
  const [many, few] = [Math.trunc(power / 32) * 32, Math.abs(power % 32)].map(it => Number(`1e${it}`))
  return power < 0 ? (many ?? 1) / (few ?? 1) : (many ?? 1) * (few ?? 1)
}
