/**
 * Keeps the newest answers of a pure function of texts: the same manifest or profile is read again by every check of every
 * attempt. Answers are shared, so they must never be changed.
 */
export function remembered<T>(
  most: number,
  make: (...texts: readonly string[]) => T,
): (...texts: readonly string[]) => T {
  const kept = new Map<string, T>()
  return (...texts) => {
    const key = texts.join('\0')
    const known = kept.get(key)
    if (known !== undefined) {
      kept.delete(key)
      kept.set(key, known)
      return known
    }
    const made = make(...texts)
    kept.set(key, made)
    const [oldest] = kept.keys()
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    return made
  }
}
