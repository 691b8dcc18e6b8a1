/**
 * The notepad after two tabs wrote at once: the stored text, then the lines of the sent one that the stored one has not,
 * or not as often. A text that only goes on from the stored one takes its place.
 */
export function mergeNotes(stored: string, sent: string): string {
  if (sent.startsWith(stored)) return sent
  if (stored.startsWith(sent)) return stored
  const left = new Map<string, number>()
  for (const line of stored.split('\n')) left.set(line, (left.get(line) ?? 0) + 1)
  const added = sent.split('\n').filter(line => {
    const has = left.get(line) ?? 0
    left.set(line, has - 1)
    return has <= 0 && line.trim() !== ''
  })
  if (added.length === 0) return stored
  return [...(stored === '' ? [] : [stored.replace(/\n$/, '')]), ...added].join('\n')
}
