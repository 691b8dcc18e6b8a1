import type { Test } from './rule-chain.ts'

/** What is known of 32 bits of an argument, and one number that fits all of it. */
export interface Word {
  readonly least: number
  readonly most: number
  /** (word & mask) is `value`. */
  readonly mask: number
  readonly value: number
  /** (word & mask) is none of these. */
  readonly not: readonly Bits[]
  /** A number that fits. */
  readonly fits: number
}

interface Bits {
  readonly mask: number
  readonly datum: number
}

const ALL = 0xffffffff
export const anyWord: Word = { least: 0, most: ALL, mask: 0, value: 0, not: [], fits: 0 }

/** How many numbers are tried for one word before it counts as impossible to say. */
const MAX_TRIES = 5000

/** The word with the answer to a test added; undefined when no number is left, `too-long` when that could not be found out. */
export function assume(
  word: Word,
  { op, mask, datum }: Pick<Test<unknown>, 'op' | 'mask' | 'datum'>,
  isYes: boolean,
): Word | undefined | 'too-long' {
  switch (op) {
    case 'EQ':
    case 'MASKED_EQ': {
      const asked = { mask: op === 'EQ' ? ALL : mask, datum }
      return isYes ? withBits(word, asked) : fitted({ ...word, not: [...word.not, asked] })
    }
    case 'GT':
      return fitted(isYes ? { ...word, least: Math.max(word.least, datum + 1) } : upTo(word, datum))
    case 'GE':
      return fitted(isYes ? { ...word, least: Math.max(word.least, datum) } : upTo(word, datum - 1))
  }
}

const upTo = (word: Word, most: number): Word => ({ ...word, most: Math.min(word.most, most) })
const and = (a: number, b: number) => (a & b) >>> 0
const or = (a: number, b: number) => (a | b) >>> 0

/** The word with these bits set so; undefined when they cannot be. */
function withBits(word: Word, { mask, datum }: Bits): Word | undefined | 'too-long' {
  const both = and(word.mask, mask)
  if (and(datum, ~mask) !== 0 || and(word.value, both) !== and(datum, both)) return undefined
  return fitted({ ...word, mask: or(word.mask, mask), value: or(word.value, datum) })
}

/** Finds a number that fits. The one from before mostly does. */
function fitted(word: Word): Word | undefined | 'too-long' {
  if (isIn(word, word.fits)) return word
  const tries = { left: MAX_TRIES }
  const fits = search(word, tries)
  if (fits !== undefined) return { ...word, fits }
  return tries.left <= 0 ? 'too-long' : undefined
}

function isIn(word: Word, it: number): boolean {
  return it >= word.least && it <= word.most && and(it, word.mask) === word.value && !refusing(word, it)
}

const refusing = ({ not }: Word, it: number) => not.find(({ mask, datum }) => and(it, mask) === datum)

/** A number that fits, by trying the least that has the bits: what it must not be leads on to the next one, or to one more bit. */
function search(start: Word, tries: { left: number }): number | undefined {
  let word = start
  while (tries.left-- > 0) {
    const least = leastFrom(word)
    if (least === undefined || least > word.most) return undefined
    const not = refusing(word, least)
    if (not === undefined) return least
    if (not.mask !== ALL) {
      const free = and(not.mask, ~word.mask)
      for (let at = 0; at < 32; at++) {
        const bit = (1 << at) >>> 0
        if (and(free, bit) === 0) continue
        const value = or(word.value, and(~not.datum, bit))
        const found = search({ ...word, mask: or(word.mask, bit), value }, tries)
        if (found !== undefined) return found
      }
      return undefined
    }
    word = { ...word, least: least + 1 }
  }
  return undefined
}

/** The least number that has the bits and is not below `least`. */
function leastFrom({ least, mask, value }: Word): number | undefined {
  if (least > ALL) return undefined
  if (and(least, mask) === value) return least
  for (let at = 0; at < 32; at++) {
    const bit = (1 << at) >>> 0
    if (and(least, bit) !== 0 || (and(mask, bit) !== 0 && and(value, bit) === 0)) continue
    // Above the bit it is as `least` is, at the bit it is greater, and below as small as can be.
    const above = and(least, ~(bit - 1))
    if (and(above, and(mask, ~((bit - 1) | bit))) !== and(value, ~((bit - 1) | bit))) continue
    return or(or(above, bit), and(value, bit - 1))
  }
  return undefined
}
