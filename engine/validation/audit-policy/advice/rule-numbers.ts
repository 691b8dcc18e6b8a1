/** "rule 2", "rules 2 and 5". Given are indices. */
export function ruleNumbers(indices: readonly number[]): string {
  const numbers = indices.map(index => index + 1)
  if (numbers.length < 2) return `rule ${numbers[0] ?? ''}`
  return `rules ${numbers.slice(0, -1).join(', ')} and ${numbers.at(-1)}`
}
