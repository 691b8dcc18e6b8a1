import { wellFormed } from '../../yaml/go/json.ts'

/** The first value of each parameter; pairs that cannot be read are left out. */
export function queryOf(text: string): ReadonlyMap<string, string> {
  const query = new Map<string, string>()
  for (const pair of text.split('&')) {
    if (pair === '' || pair.includes(';')) continue
    const cut = pair.indexOf('=')
    const key = decoded(cut < 0 ? pair : pair.slice(0, cut), true)
    const value = decoded(cut < 0 ? '' : pair.slice(cut + 1), true)
    if (key !== undefined && value !== undefined && !query.has(key)) query.set(key, value)
  }
  return query
}

/** As Go prints an address: what is not ASCII is escaped in its path, byte by byte. */
export function asSent(uri: string): string {
  const [path = '', ...query] = uri.split('?')
  const escaped = path.replace(/[^ -~]+/gu, it => encodeURIComponent(wellFormed(it)))
  return [escaped, ...query].join('?')
}

/** Undefined where a percent sign escapes nothing. Bytes that are no UTF-8 become the sign for that. */
export function decoded(text: string, isQuery: boolean): string | undefined {
  if (/%(?![\da-fA-F]{2})/.test(text)) return undefined
  const spaced = isQuery ? text.replaceAll('+', ' ') : text
  return spaced.replace(/(?:%[\da-fA-F]{2})+/g, escaped =>
    new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      Uint8Array.from(escaped.slice(1).split('%'), byte => Number.parseInt(byte, 16)),
    ),
  )
}
