/** Calls that are named in one sentence. */
const MAX_NAMED = 4

/** `mount`, `bpf` and 3 others. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, MAX_NAMED).map(it => `\`${it}\``)
  const rest = names.length - shown.length
  if (rest > 0) return `${shown.join(', ')} and ${rest} other${rest === 1 ? '' : 's'}`
  return shown.length < 2 ? shown.join() : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}
