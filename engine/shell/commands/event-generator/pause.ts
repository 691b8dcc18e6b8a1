const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/** `1m30s`, `500ms` in milliseconds, as Go writes times; undefined for what is none, and beyond an hour. */
export function pauseOf(text: string): number | undefined {
  if (text === '0') return 0
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/gy)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return undefined
  const sum = parts.reduce((all, [, number, unit = '']) => all + Number(number) * (units[unit] ?? 0), 0)
  return sum > 3_600_000 ? undefined : sum
}
