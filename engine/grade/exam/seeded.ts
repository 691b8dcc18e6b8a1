/**
 * Numbers from a word: the same word gives the same numbers on every machine and in every version, for a class draws the
 * same exam by it. Not for secrets.
 *
 * @returns a function that gives the next whole number from 0 to below `limit`
 */
export function seeded(word: string): (limit: number) => number {
  let state = 0x811c9dc5
  for (const byte of new TextEncoder().encode(word)) state = Math.imul(state ^ byte, 0x01000193)
  return limit => {
    // A counter with an odd step visits every state; the multiplications spread it over all bits.
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
    return Math.floor((((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32) * limit)
  }
}
