import { type GoType, unfit } from './decode.ts'

/**
 * The same value as `readObject` gives for a text of JSON of which nothing is to be told: no key stands twice or is
 * unknown, every value is of its type. Undefined for every other text, which `readObjectText` and `decode` have to judge.
 *
 * That no key stands twice, and that no number was rounded, is known from writing the value anew: what comes out is the
 * text, as clients write it, in one line or indented.
 */
export function decodeQuickly<T>(type: GoType<T>, text: string): T | undefined {
  if (!type.quick || !text.startsWith('{') || text.includes('\\u')) return undefined
  let value: unknown
  try {
    value = JSON.parse(text)
    const [, indent, end = ''] = /^\{\n([ \t]{1,8})[\s\S]*\}(\n?)$/.exec(text) ?? []
    if (JSON.stringify(value, null, indent) + end !== text) return undefined
  } catch {
    // It is no JSON, or nested too deeply to be written.
    return undefined
  }
  const read = type.quick(value)
  return read === unfit ? undefined : read
}
