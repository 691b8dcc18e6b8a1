/** What a file rule gives, as bits. `w` holds `a`. */
export const permission = { r: 1, w: 2, a: 4, l: 8, k: 16, m: 32, x: 64 } as const

export type PermissionLetter = keyof typeof permission

const letters: readonly PermissionLetter[] = ['r', 'w', 'a', 'l', 'k', 'm', 'x']

/** The letters of some bits, as a rule has them: `a` is left out where `w` says it. */
export function lettersOf(bits: number): string {
  return letters.filter(letter => bits & permission[letter] && !(letter === 'a' && bits & permission.w)).join('')
}
