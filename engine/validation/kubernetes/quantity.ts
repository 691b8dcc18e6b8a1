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
const shape = /^([+-]?)(\d*)(?:\.(\d*))?(.*)$/s
const wrongShape = "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"

/** Reads a quantity; `error` is what the API server says of one that it cannot read. */
export function readQuantity(text: string): Quantity | { readonly error: string } {
  const [, sign = '', whole = '', fraction = '', suffix = ''] = shape.exec(text) ?? []
  if (text === '') return { error: wrongShape }
  // A unit alone is nought, but for the largest ones.
  if (whole === '' && fraction === '' && /^[PE]i$/.test(suffix))
    return { error: 'unable to parse numeric part of quantity' }
  if (!/^[eEinumkKMGTP]*[-+]?[0-9]*$/.test(suffix)) return { error: wrongShape }
  const scale = scaleOf(suffix)
  if (!scale) return { error: "unable to parse quantity's suffix" }
  // What is below a billionth is rounded up; Kubernetes keeps no more either.
  const digits = BigInt((whole + fraction).slice(0, 400) || '0')
  const numerator = digits * scale.factor * billion
  const divisor = 10n ** BigInt(Math.min(fraction.length, 400)) * scale.divisor
  const exact = numerator / divisor + (numerator % divisor === 0n ? 0n : 1n)
  const isCapped = scale.format === 'binary' && exact > most * billion
  const size = isCapped ? most * billion : exact
  const nano = sign === '-' ? -size : size
  const { format } = scale
  const easy = heldIn64(whole.replace(/^0+/, ''), fraction, scale)
  if (!easy) {
    const held = isCapped ? { unscaled: nano / billion, power: 0 } : { unscaled: nano, power: -9 }
    return { nano, canonical: printQuantity(nano, format), format, held: { ...held, in64: false } }
  }
  const held = { ...easy, unscaled: sign === '-' ? -easy.unscaled : easy.unscaled, in64: true }
  // What is written as it would be printed is not printed anew, so a sign or a point at the end stays.
  const asWritten = format !== 'binary' && easy.power % 3 === 0 && easy.unscaled % 1000n !== 0n && digits !== 0n
  const isLed = /^0+$/.test(whole) || (whole === '' && fraction.startsWith('0'))
  return { nano, canonical: asWritten && !isLed ? text : printQuantity(nano, format), format, held }
}

/** The largest number of 64 bits with a sign. */
const most = (1n << 63n) - 1n

/** Digits that surely fit into 64 bits with their unit. */
function heldIn64(whole: string, fraction: string, { factor, format, power }: Scale) {
  if (format === 'binary') {
    const room = 15 - Math.max(whole.length, 1) - Math.floor((power * 3) / 10) - 1
    return room >= 0 && fraction === '' ? { unscaled: BigInt(whole || '0') * factor, power: 0 } : undefined
  }
  const isShort = whole.length + fraction.length <= 18 && power - fraction.length >= -9
  return isShort ? { unscaled: BigInt(whole + fraction || '0'), power: power - fraction.length } : undefined
}

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
  const exponent = /^[eE]([+-]?\d{1,3})$/.exec(suffix)?.[1]
  if (ten < 0 && exponent === undefined) return undefined
  const power = exponent === undefined ? (ten - 3) * 3 : Math.max(-400, Math.min(400, Number(exponent)))
  return {
    factor: 10n ** BigInt(Math.max(power, 0)),
    divisor: 10n ** BigInt(Math.max(-power, 0)),
    format: exponent === undefined ? 'decimal' : 'exponent',
    power,
  }
}

/** The largest unit that leaves a whole number. Binary units only for whole numbers of at least 1024. */
export function printQuantity(nano: bigint, format: QuantityFormat): string {
  const size = nano < 0n ? -nano : nano
  if (format === 'binary' && size % billion === 0n && size >= 1024n * billion) {
    let amount = nano / billion
    let unit = 0
    while (amount % 1024n === 0n && unit < binary.length - 1) {
      amount /= 1024n
      unit++
    }
    return `${amount}${binary[unit]}`
  }
  if (nano === 0n) return '0'
  let amount = nano
  let unit = 0
  while (amount % 1000n === 0n && (format === 'exponent' || unit < decimal.length - 1)) {
    amount /= 1000n
    unit++
  }
  const power = (unit - 3) * 3
  return format === 'exponent' ? `${amount}${power === 0 ? '' : `e${power}`}` : `${amount}${decimal[unit]}`
}
