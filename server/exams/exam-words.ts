import 'server-only'
import { randomInt } from 'node:crypto'

/** Without what is taken for another when it is read aloud or copied by hand. */
const letters = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

const some = (from: string, count: number) => Array.from({ length: count }, () => from[randomInt(from.length)]).join('')

/** What a candidate tells an instructor: "K7QF-2M". */
export function newCode(): string {
  return `${some(letters, 4)}-${some(letters, 2)}`
}

/** A seed for who gives none, to be said and typed again: "tavo-neki-bula". */
export function newSeed(): string {
  const syllable = () => some('bdfgklmnprstvz', 1) + some('aeiou', 1)
  return Array.from({ length: 3 }, () => syllable() + syllable()).join('-')
}
