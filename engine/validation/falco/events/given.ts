/** What a shorthand says, with complaints where it is of the wrong kind. */
export interface Given {
  value(key: string): unknown
  text(key: string): string | undefined
  number(key: string): number | undefined
  flag(key: string): boolean | undefined
  /** A list of words, or one text that blanks part. */
  words(key: string): readonly string[] | undefined
  report(message: string, key?: string): void
}

export function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function given(shorthand: Readonly<Record<string, unknown>>, report: Given['report']): Given {
  const value = (key: string) => (Object.hasOwn(shorthand, key) ? shorthand[key] : undefined)
  return {
    value,
    report,
    text(key) {
      const written = value(key)
      if (written === undefined || typeof written === 'string') return written
      report('This must be a word. Put it in quotes.', key)
      return undefined
    },
    number(key) {
      const written = value(key)
      if (written === undefined || (typeof written === 'number' && Number.isInteger(written))) return written
      report('This must be a whole number.', key)
      return undefined
    },
    flag(key) {
      const written = value(key)
      if (written === undefined || typeof written === 'boolean') return written
      report('This must be true or false.', key)
      return undefined
    },
    words(key) {
      const written = value(key)
      if (written === undefined) return undefined
      if (typeof written === 'string') return written.split(/\s+/).filter(word => word !== '')
      if (Array.isArray(written) && written.every(word => typeof word === 'string' || typeof word === 'number'))
        return written.map(String)
      report('This must be a list of words. Write it as [a, b].', key)
      return undefined
    },
  }
}
