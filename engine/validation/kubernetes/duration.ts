/** Nanoseconds. */
export type Duration = bigint

const units: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1000n,
  // The micro sign, and the Greek letter.
  '\u00b5s': 1000n,
  '\u03bcs': 1000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
}
const most = 1n << 63n

/** Reads a duration as Go's `time.ParseDuration`: `1m30s`, `.5s`, `-2h`. */
export function readDuration(text: string): Duration | { readonly error: string } {
  const invalid = { error: `time: invalid duration ${inTimeQuotes(text)}` }
  const [, sign, rest = ''] = /^([+-]?)(.*)$/s.exec(text) ?? []
  if (rest === '0') return 0n
  if (rest === '') return invalid
  let sum = 0n
  for (let at = 0; at < rest.length; ) {
    const [number = '', whole = '', fraction = ''] = /^(\d*)(?:\.(\d*))?/.exec(rest.slice(at)) ?? []
    if (whole === '' && fraction === '') return invalid
    // Go stops at such a number, before it reads the unit.
    if (BigInt(whole || '0') > most) return invalid
    at += number.length
    const [unit = ''] = /^[^.\d]*/.exec(rest.slice(at)) ?? []
    if (unit === '') return { error: `time: missing unit in duration ${inTimeQuotes(text)}` }
    at += unit.length
    const size = Object.hasOwn(units, unit) ? units[unit] : undefined
    if (size === undefined)
      return { error: `time: unknown unit ${inTimeQuotes(unit)} in duration ${inTimeQuotes(text)}` }
    sum += BigInt(whole || '0') * size + partOf(fraction, size)
    if (sum > most) return invalid
  }
  if (sign === '-') return -sum
  return sum < most ? sum : invalid
}

/** A fraction of a unit, as Go reckons it: in 64 bits with a point. Digits that do not fit into 63 bits do not count. */
function partOf(fraction: string, unit: bigint): bigint {
  let digits = 0n
  let scale = 1
  for (const digit of fraction) {
    const longer = digits * 10n + BigInt(digit)
    if (longer > most) break
    digits = longer
    scale *= 10
  }
  return BigInt(Math.trunc(Number(digits) * (Number(unit) / scale)))
}

/** Go's `time.Duration.String`. */
export function durationText(duration: Duration): string {
  if (duration === 0n) return '0s'
  const size = duration < 0n ? -duration : duration
  const sign = duration < 0n ? '-' : ''
  if (size < 1000n) return `${sign}${size}ns`
  if (size < 1_000_000n) return `${sign}${decimal(size, 3)}\u00b5s`
  if (size < 1_000_000_000n) return `${sign}${decimal(size, 6)}ms`
  const minutes = size / 60_000_000_000n
  const seconds = `${decimal(size % 60_000_000_000n, 9)}s`
  if (minutes === 0n) return sign + seconds
  return minutes < 60n ? `${sign}${minutes}m${seconds}` : `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}`
}

/** How `kubectl describe` shows an age: at most two units, and only where the second matters. */
export function humanDuration(duration: Duration): string {
  const seconds = duration / 1_000_000_000n
  if (seconds < -1n) return '<invalid>'
  if (seconds < 0n) return '0s'
  if (seconds < 120n) return `${seconds}s`
  const minutes = seconds / 60n
  if (minutes < 10n) return withRest(`${minutes}m`, seconds % 60n, 's')
  if (minutes < 180n) return `${minutes}m`
  const hours = minutes / 60n
  if (hours < 8n) return withRest(`${hours}h`, minutes % 60n, 'm')
  if (hours < 48n) return `${hours}h`
  const days = hours / 24n
  if (hours < 192n) return withRest(`${days}d`, hours % 24n, 'h')
  if (days < 730n) return `${days}d`
  const years = days / 365n
  return days < 2920n ? withRest(`${years}y`, days % 365n, 'd') : `${years}y`
}

/** How `kubectl get` shows an age in older tables: one unit. As there, a nanosecond below a full unit may round up. */
export function shortHumanDuration(duration: Duration): string {
  const inUnits = (unit: bigint) => Number(duration / unit) + Number(duration % unit) / Number(unit)
  const seconds = Math.trunc(inUnits(1_000_000_000n))
  if (seconds < -1) return '<invalid>'
  if (seconds < 0) return '0s'
  if (seconds < 60) return `${seconds}s`
  const minutes = Math.trunc(inUnits(60_000_000_000n))
  if (minutes < 60) return `${minutes}m`
  const hours = inUnits(3_600_000_000_000n)
  if (Math.trunc(hours) < 24) return `${Math.trunc(hours)}h`
  return Math.trunc(hours) < 8760 ? `${Math.trunc(hours / 24)}d` : `${Math.trunc(hours / 24 / 365)}y`
}

function withRest(text: string, rest: bigint, unit: string): string {
  return rest === 0n ? text : `${text}${rest}${unit}`
}

/** A number with so many digits behind its point, without noughts at the end. */
function decimal(value: bigint, digits: number): string {
  const text = String(value).padStart(digits + 1, '0')
  const fraction = text.slice(-digits).replace(/0+$/, '')
  return fraction === '' ? text.slice(0, -digits) : `${text.slice(0, -digits)}.${fraction}`
}

/** The package `time` quotes by itself: control characters below the blank and bytes outside ASCII are written out. */
export function inTimeQuotes(text: string): string {
  const shown = [...new TextEncoder().encode(text)].map(byte => {
    if (byte === 34 || byte === 92) return `\\${String.fromCharCode(byte)}`
    return byte >= 32 && byte < 128 ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`
  })
  return `"${shown.join('')}"`
}
