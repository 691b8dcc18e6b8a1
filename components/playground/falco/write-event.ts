/** What stands plain in YAML between braces and is text all the same. */
const plain = /^(?!(?:true|false|null|yes|no|on|off)$)[A-Za-z/][\w/.+-]*$/i

/** What stands behind the act itself: who does it, and where. */
const behind = ['by', 'args', 'user', 'uid', 'tty', 'cwd', 'container', 'image', 'privileged', 'pod', 'ns', 'ancestors']

/** A short-hand as one item of a list: `- { open: /etc/shadow, user: root }`. */
export function writeEvent(shorthand: Readonly<Record<string, unknown>>): string {
  const rank = ([key]: readonly [string, unknown]) => behind.indexOf(key)
  return `- ${written(Object.fromEntries(Object.entries(shorthand).toSorted((a, b) => rank(a) - rank(b))))}`
}

function written(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(written).join(', ')}]`
  if (typeof value === 'string') return plain.test(value) ? value : JSON.stringify(value)
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, inner]) => `${key}: ${written(inner)}`)
    .join(', ')} }`
}

/** A text of events with some more items behind it. */
export function withItems(text: string, items: readonly string[]): string {
  const before = text.trim() === '' ? '' : text.endsWith('\n') ? text : `${text}\n`
  return `${before}${items.map(it => `${it}\n`).join('')}`
}

/** A text of events without the lines of one. */
export function withoutLines(text: string, [from, to]: readonly [from: number, to: number]): string {
  return text
    .split(/(?<=\n)/)
    .filter((_, at) => at + 1 < from || at + 1 > to)
    .join('')
}
