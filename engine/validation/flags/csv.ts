import type { Read } from './go-number.ts'

/**
 * The first record of comma-separated values as Go's `encoding/csv` reads it, which is how lists are given to flags.
 * Columns in its errors count bytes from 1.
 */
export function readCsv(text: string): Read<readonly string[]> {
  const fields: string[] = []
  const line = text.replace(/^(?:\r?\n)+/, '')
  const wrong = (at: number, what: string) => ({
    error: `parse error on line 1, column ${new TextEncoder().encode(line.slice(0, at)).length + 1}: ${what}`,
  })
  for (let at = 0; ; ) {
    if (line[at] !== '"') {
      const end = /[,\n]/.exec(line.slice(at))?.index
      const stop = end === undefined ? line.length : at + end
      const field = line.slice(at, stop)
      const quote = field.indexOf('"')
      if (quote >= 0) return wrong(at + quote, 'bare " in non-quoted field')
      fields.push(field.replace(/\r$/, ''))
      if (line[stop] !== ',') return { value: fields }
      at = stop + 1
      continue
    }
    const quoted = /^"((?:[^"]|"")*)"/.exec(line.slice(at))
    if (!quoted) return wrong(line.length, 'extraneous or missing " in quoted-field')
    fields.push((quoted[1] ?? '').replaceAll('""', '"'))
    const after = at + quoted[0].length
    if (line[after] === ',') at = after + 1
    else if (line[after] === undefined || line[after] === '\n') return { value: fields }
    else return wrong(after - 1, 'extraneous or missing " in quoted-field')
  }
}
