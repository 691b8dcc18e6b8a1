/** Longer is no word that a class is told. */
export const longestClassWord = 40

/**
 * The word by which a class draws the same exam, however each of them types it: capitals and blank space do not count.
 * Undefined when there is none, or when it is too long.
 */
export function classWord(typed: string): string | undefined {
  const word = typed.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  return word === '' || [...word].length > longestClassWord ? undefined : word
}
