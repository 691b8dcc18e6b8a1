const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const months = 'January February March April May June July August September October November December'.split(' ')
const day = 86_400_000

const pad = (value: number, width: number, fill = '0') => String(value).padStart(width, fill)

/** The day of the year, from 1. */
function yearDay(date: Date): number {
  return Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / day) + 1
}

/** The ISO week and its year. */
function isoWeek(date: Date): { year: number; week: number } {
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * day)
  return { year: thursday.getUTCFullYear(), week: Math.ceil(yearDay(thursday) / 7) }
}

type Field = (date: Date) => string
const fields: Readonly<Record<string, Field>> = {
  '%': () => '%',
  a: date => days[date.getUTCDay()]?.slice(0, 3) ?? '',
  A: date => days[date.getUTCDay()] ?? '',
  b: date => months[date.getUTCMonth()]?.slice(0, 3) ?? '',
  B: date => months[date.getUTCMonth()] ?? '',
  c: date => strftime('%a %b %e %H:%M:%S %Y', date.getTime()),
  C: date => pad(Math.floor(date.getUTCFullYear() / 100), 2),
  d: date => pad(date.getUTCDate(), 2),
  D: date => strftime('%m/%d/%y', date.getTime()),
  e: date => pad(date.getUTCDate(), 2, ' '),
  F: date => strftime('%Y-%m-%d', date.getTime()),
  g: date => pad(isoWeek(date).year % 100, 2),
  G: date => String(isoWeek(date).year),
  h: date => months[date.getUTCMonth()]?.slice(0, 3) ?? '',
  H: date => pad(date.getUTCHours(), 2),
  I: date => pad(date.getUTCHours() % 12 || 12, 2),
  j: date => pad(yearDay(date), 3),
  k: date => pad(date.getUTCHours(), 2, ' '),
  l: date => pad(date.getUTCHours() % 12 || 12, 2, ' '),
  m: date => pad(date.getUTCMonth() + 1, 2),
  M: date => pad(date.getUTCMinutes(), 2),
  n: () => '\n',
  N: date => `${pad(date.getUTCMilliseconds(), 3)}000000`,
  p: date => (date.getUTCHours() < 12 ? 'AM' : 'PM'),
  P: date => (date.getUTCHours() < 12 ? 'am' : 'pm'),
  q: date => String(Math.floor(date.getUTCMonth() / 3) + 1),
  r: date => strftime('%I:%M:%S %p', date.getTime()),
  R: date => strftime('%H:%M', date.getTime()),
  s: date => String(Math.floor(date.getTime() / 1000)),
  S: date => pad(date.getUTCSeconds(), 2),
  t: () => '\t',
  T: date => strftime('%H:%M:%S', date.getTime()),
  u: date => String(date.getUTCDay() || 7),
  U: date => pad(Math.floor((yearDay(date) + 6 - date.getUTCDay()) / 7), 2),
  V: date => pad(isoWeek(date).week, 2),
  w: date => String(date.getUTCDay()),
  W: date => pad(Math.floor((yearDay(date) + 6 - ((date.getUTCDay() + 6) % 7)) / 7), 2),
  x: date => strftime('%m/%d/%y', date.getTime()),
  X: date => strftime('%H:%M:%S', date.getTime()),
  y: date => pad(date.getUTCFullYear() % 100, 2),
  Y: date => String(date.getUTCFullYear()),
  z: () => '+0000',
  Z: () => 'UTC',
}

/** C's `strftime` in UTC with GNU's flags (`%-d`, `%_H`, `%^a`, `%3N`, `%:z`); milliseconds since the epoch. */
export function strftime(format: string, milliseconds: number): string {
  const date = new Date(milliseconds)
  return format.replace(
    /%([-_0^#]*)(\d*)(:{0,3}z|[A-Za-z%])/g,
    (whole, flags: string, width: string, letter: string) => {
      if (letter.endsWith('z') && letter.length > 1)
        return letter === ':z' ? '+00:00' : letter === '::z' ? '+00:00:00' : '+00'
      const field = Object.hasOwn(fields, letter) ? fields[letter] : undefined
      if (!field) return whole
      let text = field(date)
      if (letter === 'N') return width === '' ? text : text.slice(0, Number(width)).padEnd(Number(width), '0')
      if (flags.includes('-')) text = text.replace(/^[0 ]+(?=\d)/, '')
      else if (flags.includes('_')) text = text.replace(/^0+(?=\d)/, zeros => ' '.repeat(zeros.length))
      else if (flags.includes('0')) text = text.replace(/^ +/, blanks => '0'.repeat(blanks.length))
      if (width !== '')
        text = text
          .replace(/^[0 ]+(?=\d)/, '')
          .padStart(Number(width), /\d/.test(text) && !flags.includes('_') ? '0' : ' ')
      return flags.includes('^') || flags.includes('#') ? text.toUpperCase() : text
    },
  )
}
