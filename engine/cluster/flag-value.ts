/** Types of which `--flag` alone means true. */
export function isBoolean(type: string): boolean {
  return type === 'bool' || type === 'version'
}

/** Types of which a repeated flag adds to what was given before; of all others the last one wins. */
export function accumulates(type: string): boolean {
  return type === 'stringSlice' || type === 'stringArray'
}

/** What Go says of a value that a flag of this type cannot take; undefined when it can, or when the type is not looked into. */
export function flagValueProblem(type: string, value: string): string | undefined {
  const parsing = `parsing ${JSON.stringify(value)}`
  switch (type) {
    case 'bool':
      return trues.has(value) || falses.has(value) ? undefined : `strconv.ParseBool: ${parsing}: invalid syntax`
    case 'int':
    case 'int64':
      return goInteger(value) === undefined ? `strconv.ParseInt: ${parsing}: invalid syntax` : undefined
    case 'uint':
    case 'level':
      return /^[-+]/.test(value) || goInteger(value) === undefined
        ? `strconv.ParseUint: ${parsing}: invalid syntax`
        : undefined
    case 'float32':
    case 'float64':
      return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(value)
        ? undefined
        : `strconv.ParseFloat: ${parsing}: invalid syntax`
    case 'duration':
      return durationProblem(value)
    case 'ip':
      return value === '' || isAddress(value.trim()) ? undefined : `failed to parse IP: ${JSON.stringify(value)}`
    default:
      return undefined
  }
}

/** Whether two values of a flag mean the same. */
export function sameFlagValue(type: string, one: string, other: string): boolean {
  return meaning(type, one) === meaning(type, other)
}

function meaning(type: string, value: string): string {
  if (type === 'bool') return trues.has(value) ? 'true' : falses.has(value) ? 'false' : value
  if (type === 'int' || type === 'int64' || type === 'uint') return String(goInteger(value) ?? value)
  return value
}

const trues = new Set(['1', 't', 'T', 'TRUE', 'true', 'True'])
const falses = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False'])

/** Go's integer literal with base 0: 30, 0x1e, 0o36, 036, 0b11110, 1_000. Undefined when it is none, or too large for 64 bits. */
export function goInteger(value: string): bigint | undefined {
  const match =
    /^([-+]?)(0[xX]_?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*|0[bB]_?[01]+(?:_[01]+)*|0[oO]?_?[0-7]+(?:_[0-7]+)*|0|[1-9]\d*(?:_\d+)*)$/.exec(
      value,
    )
  if (!match) return undefined
  const digits = (match[2] ?? '').replaceAll('_', '')
  const number = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const signed = match[1] === '-' ? -number : number
  return signed >= -(2n ** 63n) && signed < 2n ** 63n ? signed : undefined
}

function durationProblem(value: string): string | undefined {
  const quoted = JSON.stringify(value)
  const unsigned = value.replace(/^[-+]/, '')
  if (unsigned === '0') return undefined
  if (!/^(\d|\.\d)/.test(unsigned)) return `time: invalid duration ${quoted}`
  for (const [, unit = ''] of unsigned.matchAll(/[\d.]+([^\d.]*)/g)) {
    if (unit === '') return `time: missing unit in duration ${quoted}`
    if (!['ns', 'us', 'µs', 'μs', 'ms', 's', 'm', 'h'].includes(unit))
      return `time: unknown unit ${JSON.stringify(unit)} in duration ${quoted}`
  }
  return undefined
}

function isAddress(value: string): boolean {
  if (value.includes(':')) return /^[0-9a-fA-F:.]+$/.test(value) && value.split(':').length <= 8
  const parts = value.split('.')
  return parts.length === 4 && parts.every(part => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)
}
