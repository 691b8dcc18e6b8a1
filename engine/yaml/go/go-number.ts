/** A number as Go's `encoding/json` writes a float64. */
export function floatInJson(value: number): string {
  return Object.is(value, -0) ? '-0' : String(value)
}

/** Go's `%g`, the shortest form of a number: with an exponent from a million on, and below a ten-thousandth. */
export function shortFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN'
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf'
  return inShort(value, value.toExponential())
}

/** The same of a float64 that is taken for a float32, as keys of a map are. */
export function shortFloat32(value: number): string {
  const single = Math.fround(value)
  if (!Number.isFinite(single)) return shortFloat(single)
  for (let digits = 0; digits < 9; digits++) {
    const text = single.toExponential(digits)
    if (Math.fround(Number(text)) === single) return inShort(single, text)
  }
  return inShort(single, single.toExponential(9))
}

function inShort(value: number, exponential: string): string {
  const [digits = '', exponent = '0'] = exponential.split('e')
  const power = Number(exponent)
  if (value === 0) return Object.is(value, -0) ? '-0' : '0'
  if (power >= -4 && power < 6) return floatInJson(Number(exponential))
  return `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
