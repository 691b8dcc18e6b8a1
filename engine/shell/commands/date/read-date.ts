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

/** A date as people write it for `date -d` and `touch -d`, in UTC; undefined when it cannot be read. */
export function readDate(text: string, now: number): number | undefined {
  let rest = text.trim().toLowerCase()
  if (/^@-?\d+(\.\d+)?$/.test(rest)) return Number(rest.slice(1)) * 1000
  const at = new Date(now)
  let year = at.getUTCFullYear()
  let month = at.getUTCMonth()
  let dayOf = at.getUTCDate()
  let time: number | undefined
  let zone = 0
  let moved = 0
  let months = 0
  let dated = false
  const take = (pattern: RegExp, use: (found: RegExpExecArray) => boolean | void): boolean => {
    const found = pattern.exec(rest)
    if (!found || use(found) === false) return false
    rest = rest.slice(found[0].length).trim()
    return true
  }
  const monthOf = (name: string) => monthNames.indexOf(name.slice(0, 3))
  const rules: readonly (() => boolean)[] = [
    () =>
      take(/^@(-?\d+)/, found => {
        const base = new Date(Number(found[1]) * 1000)
        year = base.getUTCFullYear()
        month = base.getUTCMonth()
        dayOf = base.getUTCDate()
        time = base.getTime() - Date.UTC(year, month, dayOf)
        dated = true
      }),
    () =>
      take(/^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[t\s])t?/, found => {
        year = Number(found[1])
        month = Number(found[2]) - 1
        dayOf = Number(found[3])
        dated = true
        return valid(year, month, dayOf)
      }),
    () =>
      take(/^(\d{4})(\d\d)(\d\d)(?=$|\s)/, found => {
        year = Number(found[1])
        month = Number(found[2]) - 1
        dayOf = Number(found[3])
        dated = true
        return valid(year, month, dayOf)
      }),
    () =>
      take(/^(\d{1,2})\/(\d{1,2})(?:\/(\d{2,4}))?(?=$|\s)/, found => {
        month = Number(found[1]) - 1
        dayOf = Number(found[2])
        if (found[3]) year = Number(found[3])
        dated = true
        return valid(year, month, dayOf)
      }),
    () =>
      take(/^(\d{1,2})[-\s]([a-z]{3,9})[-\s]?(\d{4})?(?=$|[\s,])/, found => {
        const named = monthOf(found[2] ?? '')
        if (named < 0) return false
        month = named
        dayOf = Number(found[1])
        if (found[3]) year = Number(found[3])
        dated = true
        return valid(year, month, dayOf)
      }),
    () =>
      take(/^([a-z]{3,9})\.?\s+(\d{1,2})(?!:|\d)(?:st|nd|rd|th)?,?(?:\s+(\d{4})(?!:))?/, found => {
        const named = monthOf(found[1] ?? '')
        if (named < 0) return false
        month = named
        dayOf = Number(found[2])
        if (found[3]) year = Number(found[3])
        dated = true
        return valid(year, month, dayOf)
      }),
    () =>
      take(/^(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(am|pm)?/, found => {
        let hour = Number(found[1])
        if (found[5]) hour = (hour % 12) + (found[5] === 'pm' ? 12 : 0)
        if (hour > 23 || Number(found[2]) > 59 || Number(found[3] ?? 0) > 60) return false
        time =
          ((hour * 60 + Number(found[2])) * 60 + Number(found[3] ?? 0)) * 1000 +
          Math.floor(Number(`0.${found[4] ?? 0}`) * 1000)
        return true
      }),
    () => take(/^(z|utc|gmt)(?=$|[\s+-])/, () => true),
    () =>
      take(/^([+-])(\d\d):?(\d\d)(?=$|\s)/, found => {
        if (time === undefined) return false
        zone = (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3])) * 60_000
        return true
      }),
    () =>
      take(/^(now|today)\b/, () => {
        if (rest.startsWith('today')) dated = dated || false
      }),
    () =>
      take(/^(yesterday|tomorrow)\b/, found => {
        moved += found[1] === 'yesterday' ? -day : day
      }),
    () =>
      take(/^midnight\b/, () => {
        time = 0
      }),
    () =>
      take(/^noon\b/, () => {
        time = 12 * 3_600_000
      }),
    () =>
      take(
        /^([+-]?\s*\d+|next|last|this|a|an)\s*(sec|second|min|minute|hour|day|week|fortnight|month|year)s?\b(\s+ago\b)?/,
        found => {
          const word = (found[1] ?? '').replace(/\s/g, '')
          const amount =
            word === 'next' || word === 'a' || word === 'an'
              ? 1
              : word === 'last'
                ? -1
                : word === 'this'
                  ? 0
                  : Number(word)
          const signed = found[3] ? -amount : amount
          const unit = found[2] ?? ''
          if (unit === 'month') months += signed
          else if (unit === 'year') months += 12 * signed
          else moved += signed * (units[unit] ?? 0)
        },
      ),
    () =>
      take(/^(?:(next|last|this)\s+)?(sun|mon|tue|wed|thu|fri|sat)[a-z]*,?(?=$|\s)/, found => {
        if (dated) return true
        const wanted = dayNames.indexOf(found[2] ?? '')
        const today = new Date(Date.UTC(year, month, dayOf)).getUTCDay()
        let ahead = (wanted - today + 7) % 7
        if (found[1] === 'next' && ahead === 0) ahead = 7
        if (found[1] === 'last') ahead = ahead === 0 ? -7 : ahead - 7
        moved += ahead * day
        time ??= 0
        return true
      }),
    () => take(/^,/, () => true),
  ]
  while (rest !== '') if (!rules.some(rule => rule())) return undefined
  const clock =
    time ?? (dated || text.trim() === '' ? 0 : now - Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()))
  return Date.UTC(year, month + months, dayOf) + clock - zone + moved
}

function valid(year: number, month: number, dayOf: number): boolean {
  const date = new Date(Date.UTC(year, month, dayOf))
  return date.getUTCMonth() === month && date.getUTCDate() === dayOf && year < 10_000
}
