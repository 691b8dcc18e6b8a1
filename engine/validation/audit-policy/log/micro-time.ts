/** A time as audit events show it: UTC, with six digits behind the second. `at` is in microseconds since 1970. */
export function microTime(at: number): string {
  const whole = Math.floor(at / 1000)
  const date = new Date(whole)
  if (Number.isNaN(date.getTime())) return microTime(0)
  const rest = String(at - whole * 1000).padStart(3, '0')
  return date.toISOString().replace('Z', `${rest}Z`)
}
