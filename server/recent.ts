/** A map that lets go of what was not used for longest. */
export interface Recent<T> {
  get(key: string): T | undefined
  set(key: string, value: T): void
  delete(key: string): void
  values(): Iterable<T>
}

export function createRecent<T>(atMost: number): Recent<T> {
  const map = new Map<string, T>()
  return {
    get(key) {
      const value = map.get(key)
      if (value === undefined) return undefined
      map.delete(key)
      map.set(key, value)
      return value
    },
    set(key, value) {
      map.delete(key)
      map.set(key, value)
      const [oldest] = map.keys()
      if (map.size > atMost && oldest !== undefined) map.delete(oldest)
    },
    delete: key => {
      map.delete(key)
    },
    values: () => map.values(),
  }
}
