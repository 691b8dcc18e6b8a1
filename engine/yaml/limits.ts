/** What a text may ask of us. Far above what people write by hand, far below what hurts. */
export const limit = {
  /** Bytes of UTF-8. */
  size: 1 << 20,
  /** Tokens. Ordinary text of the largest size has some 275 000; a text of nothing but commas is where time goes. */
  tokens: 300_000,
  /** Lists and maps in each other; behind aliases as well. */
  depth: 64,
  /** Values that aliases may add by being written out. */
  aliased: 50_000,
  documents: 1000,
  findings: 100,
} as const

/** Whether a text is larger than is read. */
export function isTooLarge(text: string): boolean {
  if (text.length > limit.size) return true
  return text.length * 3 > limit.size && new TextEncoder().encode(text).length > limit.size
}
