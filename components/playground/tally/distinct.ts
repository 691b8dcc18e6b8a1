/** The first `most` of some words, each once. */
export function distinct(most: number, ...lists: readonly (readonly string[])[]): readonly string[] {
  return [...new Set(lists.flat())].slice(0, most)
}
