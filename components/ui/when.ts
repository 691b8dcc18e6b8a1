const DAY = 86_400_000
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' })
const dayOfYear = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })

const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0)

/** A time in words: "today, 14:05", "yesterday, 09:30", "9 November". Milliseconds since the epoch, the server's time zone. */
export function when(at: number, now: number): string {
  const daysAgo = Math.round((midnight(now) - midnight(at)) / DAY)
  if (daysAgo === 0) return `today, ${time.format(at)}`
  if (daysAgo === 1) return `yesterday, ${time.format(at)}`
  return new Date(at).getFullYear() === new Date(now).getFullYear() ? day.format(at) : dayOfYear.format(at)
}
