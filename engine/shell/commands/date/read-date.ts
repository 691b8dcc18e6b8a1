const day = 86_400_000
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const dayNames = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const units: Readonly<Record<string, number>> = {
  sec: 1000,
  second: 1000,
  min: 60_000,
  minute: 60_000,
  hour: 3_600_000,
  day,
  week: 7 * day,
  fortnight: 14 * day,
}

/** What has been understood of a date so far. */
interface Reading {
  year: number
  month: number
  day: number
  /** Milliseconds of the day. */
  time?: number
  zone: number
  moved: number
  months: number
  dated: boolean
}

/** A form that a part of a date may have; false when the part only looks like it. */
interface Form {
  readonly pattern: RegExp
  read(found: RegExpExecArray, so: Reading): boolean
}

function dated(so: Reading, year: number, month: number, dayOf: number): boolean {
  const date = new Date(Date.UTC(year, month, dayOf))
  so.year = year
  so.month = month
  so.day = dayOf
  so.dated = true
  return date.getUTCMonth() === month && date.getUTCDate() === dayOf && year < 10_000
}

function timed(so: Reading, hour: number, minute: number, second: number, half?: string): boolean {
  const shown = half ? (hour % 12) + (half === 'pm' ? 12 : 0) : hour
  so.time = ((shown * 60 + minute) * 60 + second) * 1000
  return shown < 24 && minute < 60 && second <= 60
}

const monthOf = (name = '') => monthNames.indexOf(name.slice(0, 3))

const forms: readonly Form[] = [
  {
    pattern: /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[t\s])t?/,
    read: (found, so) => dated(so, Number(found[1]), Number(found[2]) - 1, Number(found[3])),
  },
  {
    pattern: /^(\d{4})(\d\d)(\d\d)(?=$|\s)/,
    read: (found, so) => dated(so, Number(found[1]), Number(found[2]) - 1, Number(found[3])),
  },
  {
    pattern: /^(\d{1,2})\/(\d{1,2})(?:\/(\d{4}))?(?=$|\s)/,
    read: (found, so) => dated(so, Number(found[3] ?? so.year), Number(found[1]) - 1, Number(found[2])),
  },
  {
    pattern: /^(\d{1,2})[-\s]([a-z]{3,9})(?:[-\s](\d{4}))?(?=$|[\s,])/,
    read: (found, so) =>
      monthOf(found[2]) >= 0 && dated(so, Number(found[3] ?? so.year), monthOf(found[2]), Number(found[1])),
  },
  {
    pattern: /^([a-z]{3,9})\.?\s+(\d{1,2})(?!:|\d)(?:st|nd|rd|th)?,?(?:\s+(\d{4})(?![:\d]))?/,
    read: (found, so) =>
      monthOf(found[1]) >= 0 && dated(so, Number(found[3] ?? so.year), monthOf(found[1]), Number(found[2])),
  },
  {
    pattern: /^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(am|pm)?/,
    read: (found, so) => {
      const done = timed(so, Number(found[1]), Number(found[2]), Number(found[3] ?? 0), found[5])
      so.time = (so.time ?? 0) + Math.floor(Number(`0.${found[4] ?? 0}`) * 1000)
      return done
    },
  },
  { pattern: /^(\d{1,2})\s*(am|pm)\b/, read: (found, so) => timed(so, Number(found[1]), 0, 0, found[2]) },
  { pattern: /^(z|utc|gmt)(?=$|[\s+-])/, read: () => true },
  {
    pattern: /^([+-])(\d\d):?(\d\d)(?=$|\s)/,
    read: (found, so) => {
      so.zone = (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
      return so.time !== undefined
    },
  },
  { pattern: /^(now|today)\b/, read: () => true },
  {
    pattern: /^(yesterday|tomorrow)\b/,
    read: (found, so) => {
      so.moved += found[1] === 'yesterday' ? -day : day
      return true
    },
  },
  { pattern: /^midnight\b/, read: (_, so) => timed(so, 0, 0, 0) },
  { pattern: /^noon\b/, read: (_, so) => timed(so, 12, 0, 0) },
  {
    pattern:
      /^([+-]?\s*\d+|next|last|this|an?)\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b(\s+ago\b)?/,
    read: (found, so) => {
      const words: Readonly<Record<string, number>> = { next: 1, a: 1, an: 1, last: -1, this: 0 }
      const word = (found[1] ?? '').replace(/\s/g, '')
      const amount = (words[word] ?? Number(word)) * (found[3] ? -1 : 1)
      if (found[2] === 'month') so.months += amount
      else if (found[2] === 'year') so.months += 12 * amount
      else so.moved += amount * (units[found[2] ?? ''] ?? 0)
      return true
    },
  },
  {
    pattern: /^(?:(next|last|this)\s+)?(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?(?=$|\s)/,
    read: (found, so) => {
      if (so.dated) return true
      const today = new Date(Date.UTC(so.year, so.month, so.day)).getUTCDay()
      const ahead = (dayNames.indexOf(found[2] ?? '') - today + 7) % 7
      so.moved +=
        (found[1] === 'next' && ahead === 0 ? 7 : found[1] === 'last' ? (ahead || 7) - 7 - (ahead ? 0 : 7) : ahead) *
        day
      so.time ??= 0
      return true
    },
  },
  {
    pattern: /^(\d{4})(?=$|\s)/,
    read: (found, so) => so.dated && so.time !== undefined && dated(so, Number(found[1]), so.month, so.day),
  },
  { pattern: /^,/, read: () => true },
]

/** A date as people write it for `date -d` and `touch -d`, in UTC; undefined when it cannot be read. */
export function readDate(text: string, now: number): number | undefined {
  let rest = text.trim().toLowerCase()
  const epoch = /^@(-?\d+(?:\.\d+)?)$/.exec(rest)
  if (epoch) return Number(epoch[1]) * 1000
  const at = new Date(now)
  const so: Reading = {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth(),
    day: at.getUTCDate(),
    zone: 0,
    moved: 0,
    months: 0,
    dated: rest === '',
  }
  while (rest !== '') {
    const before = rest
    for (const { pattern, read } of forms) {
      const found = pattern.exec(rest)
      if (!found) continue
      const kept = { ...so }
      if (read(found, so)) {
        rest = rest.slice(found[0].length).trim()
        break
      }
      Object.assign(so, { time: undefined, ...kept })
    }
    if (rest === before) return undefined
  }
  const midnight = Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate())
  const time = so.time ?? (so.dated ? 0 : now - midnight)
  return Date.UTC(so.year, so.month + so.months, so.day) + time - so.zone + so.moved
}
