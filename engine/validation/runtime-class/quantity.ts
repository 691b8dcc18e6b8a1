/** An amount of a resource. Equal amounts are equal however they are written: `0.1` and `100m`. */
export interface Quantity {
  /** In billionths, rounded up away from zero as Kubernetes does. */
  readonly nano: bigint
  /** As Kubernetes prints it. */
  readonly canonical: string
}

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
  const size = numerator / divisor + (numerator % divisor === 0n ? 0n : 1n)
  const nano = sign === '-' ? -size : size
  return { nano, canonical: print(nano, scale) }
}

interface Scale {
  readonly factor: bigint
  readonly divisor: bigint
  readonly format: 'decimal' | 'binary' | 'exponent'
}

function scaleOf(suffix: string): Scale | undefined {
  const two = binary.indexOf(suffix)
  if (two > 0) return { factor: 1024n ** BigInt(two), divisor: 1n, format: 'binary' }
  const ten = decimal.indexOf(suffix)
  const exponent = /^[eE]([+-]?\d{1,3})$/.exec(suffix)?.[1]
  if (ten < 0 && exponent === undefined) return undefined
  const power = exponent === undefined ? (ten - 3) * 3 : Math.max(-400, Math.min(400, Number(exponent)))
  return {
    factor: 10n ** BigInt(Math.max(power, 0)),
    divisor: 10n ** BigInt(Math.max(-power, 0)),
    format: exponent === undefined ? 'decimal' : 'exponent',
  }
}

/** The largest unit that leaves a whole number. Binary units only for whole numbers of at least 1024. */
function print(nano: bigint, { format }: Scale): string {
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
