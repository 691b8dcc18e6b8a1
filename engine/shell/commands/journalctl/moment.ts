const units: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  second: 1,
  seconds: 1,
  m: 60,
  min: 60,
  minute: 60,
  minutes: 60,
  h: 3600,
  hr: 3600,
  hour: 3600,
  hours: 3600,
  d: 86_400,
  day: 86_400,
  days: 86_400,
  w: 604_800,
  week: 604_800,
  weeks: 604_800,
}

const day = 86_400_000

/** A time as systemd reads it: `2026-11-22 09:30:00`, `09:30`, `today`, `5 min ago`, `-1h`, `@1795271467`. Undefined for what is none. */
export function momentOf(text: string, now: number): number | undefined {
  const written = text.trim()
  const today = Math.floor(now / day) * day
  if (written === 'now') return now
  if (written === 'today') return today
  if (written === 'yesterday') return today - day
  if (written === 'tomorrow') return today + day
  const since = /^@(\d+(?:\.\d+)?)$/.exec(written)
  if (since) return Number(since[1]) * 1000
  const [, date, clock] =
    /^(?:(\d{4}-\d{2}-\d{2}))?[ T]?(\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?(?: ?UTC|Z)?$/.exec(written) ?? []
  if (date !== undefined || clock !== undefined) {
    const from = date === undefined ? today : Date.parse(`${date}T00:00:00Z`)
    const [hours = 0, minutes = 0, seconds = 0] = (clock ?? '0:00').split(':').map(Number)
    const at = from + ((hours * 60 + minutes) * 60 + seconds) * 1000
    return Number.isNaN(at) || hours > 23 || minutes > 59 || seconds > 60 ? undefined : at
  }
  const isAgo = written.endsWith(' ago')
  const [, sign = '', span = ''] = /^([-+]?)(.*?)(?: ago)?$/.exec(written) ?? []
  const milliseconds = spanOf(span)
  if (milliseconds === undefined || (sign === '' && !isAgo)) return undefined
  return sign === '+' ? now + milliseconds : now - milliseconds
}

function spanOf(text: string): number | undefined {
  const parts = [...text.matchAll(/\s*(\d+)\s*([a-z]*)\s*/gy)]
  if (parts.length === 0 || parts.map(([whole]) => whole).join('') !== text) return undefined
  let sum = 0
  for (const [, number, unit = ''] of parts) {
    const each = unit === '' ? 1 : units[unit]
    if (each === undefined) return undefined
    sum += Number(number) * each * 1000
  }
  return sum
}
