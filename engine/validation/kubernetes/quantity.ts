/** An amount of a resource. Equal amounts are equal however they are written: `0.1` and `100m`. */
export interface Quantity {
  /** In billionths, rounded up away from zero as Kubernetes does. */
  readonly nano: bigint
  /** As Kubernetes prints it. */
  readonly canonical: string
  readonly format: QuantityFormat
  /**
   * How Kubernetes holds it: `unscaled` times ten to the `power`, in 64 bits where it fits in easily. Conversions of the
   * two kinds differ where they overflow.
   */
  readonly held: { readonly unscaled: bigint; readonly power: number; readonly in64: boolean }
}

export type QuantityFormat = 'decimal' | 'binary' | 'exponent'

const billion = 1_000_000_000n
const decimal = ['n', 'u', 'm', '', 'k', 'M', 'G', 'T', 'P', 'E']
const binary = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const shape = /^([+-]?)0*(\d*)(?:\.(\d*))?(.*)$/s
const wrongShape = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

/** Reads a quantity; `error` is what the API server says of one that it cannot read. */
export function readQuantity(text: string): Quantity | { readonly error: string } {
  if (text === '') return { error: wrongShape }
  const [, sign = '', whole = '', fraction = '', suffix = ''] = shape.exec(text) ?? []
  if (!/^[eEinumkKMGTP]*[-+]?[0-9]*$/.test(suffix)) return { error: wrongShape }
  const scale = scaleOf(suffix)
  if (!scale) return { error: "unable to parse quantity's suffix" }
  const number = { isNegative: sign === '-', whole, fraction, scale }
  const easy = readQuickly(number, text)
  if (easy) return easy
  // A unit alone is nought, but not where it takes the long way.
  if (!/\d/.test(text.slice(0, text.length - suffix.length)))
    return { error: 'unable to parse numeric part of quantity' }
  return readAtLength(number)
}

/** The digits of a quantity, without noughts in front. */
interface Digits {
  readonly isNegative: boolean
  readonly whole: string
  readonly fraction: string
  readonly scale: Scale
}

/** What surely fits into 64 bits with its unit. Where it is written as it would be printed, it is not printed anew. */
function readQuickly({ isNegative, whole, fraction, scale }: Digits, text: string): Quantity | undefined {
  const { factor, format, power } = scale
  const digits = (whole || '0') + fraction
  const isBinary = format === 'binary'
  const room = isBinary ? 14 - digits.length - Math.floor((power * 3) / 10) : 18 - digits.length
  if (room < 0 || (isBinary && fraction !== '')) return undefined
  const rest = isBinary ? 0 : power - fraction.length
  if (rest < -9) return undefined
  const value = BigInt(digits)
  const size = isBinary ? value * factor : value
  const unscaled = isNegative ? -size : size
  const asWritten = isBinary ? value % 8n !== 0n : rest % 3 === 0 && !digits.endsWith('000') && !digits.startsWith('0')
  const nano = unscaled * 10n ** BigInt(rest + 9)
  return {
    nano,
    canonical: asWritten ? text : printQuantity(nano, format),
    format,
    held: { unscaled, power: rest, in64: true },
  }
}

/** What is below a billionth is rounded up; Kubernetes keeps no more either. */
function readAtLength({ isNegative, whole, fraction, scale }: Digits): Quantity {
  const digits = BigInt(whole + fraction)
  const numerator = digits * scale.factor * billion
  const divisor = 10n ** BigInt(fraction.length) * scale.divisor
  const exact = numerator / divisor + (numerator % divisor === 0n ? 0n : 1n)
  const isBinary = scale.format === 'binary'
  const isCapped = isBinary && exact > most * billion
  const size = isCapped ? most * billion : exact
  const nano = isNegative ? -size : size
  // So that what is less than one need not be rounded.
  const format = isBinary && size > 0n && size < billion ? 'decimal' : scale.format
  const power = size === 0n ? (isBinary ? 0 : scale.power) - fraction.length : -9
  const held = isCapped ? { unscaled: nano / billion, power: 0 } : { unscaled: nano, power }
  return { nano, canonical: printQuantity(nano, format), format, held: { ...held, in64: false } }
}

/** The largest number of 64 bits with a sign. */
const most = (1n << 63n) - 1n

interface Scale {
  readonly factor: bigint
  readonly divisor: bigint
  readonly format: QuantityFormat
  /** Of ten, or of two. */
  readonly power: number
}

function scaleOf(suffix: string): Scale | undefined {
  const two = binary.indexOf(suffix)
  if (two > 0) return { factor: 1024n ** BigInt(two), divisor: 1n, format: 'binary', power: 10 * two }
  const ten = decimal.indexOf(suffix)
  // Kubernetes takes larger exponents, too, and may need more memory for them than there is.
  const exponent = /^[eE]([+-]?0*\d{1,4})$/.exec(suffix)?.[1]
  if (ten < 0 && exponent === undefined) return undefined
  const power = exponent === undefined ? (ten - 3) * 3 : Number(exponent)
  return {
    factor: 10n ** BigInt(Math.max(power, 0)),
    divisor: 10n ** BigInt(Math.max(-power, 0)),
    format: exponent === undefined ? 'decimal' : 'exponent',
    power,
  }
}

/**
 * The largest unit that leaves a whole number. Binary units only for whole numbers of at least 1024. As Kubernetes does, a
 * unit larger than there is a name for is left out.
 */
export function printQuantity(nano: bigint, format: QuantityFormat): string {
  const size = nano < 0n ? -nano : nano
  if (format === 'binary' && size % billion === 0n && size >= 1024n * billion) {
    let amount = nano / billion
    let unit = 0
    while (amount % 1024n === 0n) {
      amount /= 1024n
      unit++
    }
    return `${amount}${binary[unit] ?? ''}`
  }
  if (nano === 0n) return '0'
  let amount = nano
  let unit = 0
  while (amount % 1000n === 0n) {
    amount /= 1000n
    unit++
  }
  const power = (unit - 3) * 3
  return format === 'exponent' ? `${amount}${power === 0 ? '' : `e${power}`}` : `${amount}${decimal[unit] ?? ''}`
}
