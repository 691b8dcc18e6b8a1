const format = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "2026-06" as "June 2026". */
export function monthInWords(month: string): string {
  return format.format(new Date(`${month}-01T00:00:00Z`))
}
