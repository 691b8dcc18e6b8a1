/** Words as a list in a sentence. Long lists are cut: the sentence tells the kind of reason, the file has the list. */
export function joined(words: readonly string[], last: 'and' | 'or'): string {
  if (words.length > 4) return `${words.slice(0, 3).join(', ')} ${last} ${words.length - 3} more`
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1)}`
}
