/** Counts how often each thing is met. */
export interface Counter<T> {
  add(thing: T, times?: number): void
  of(thing: T): number
}

export function counter<T>(): Counter<T> {
  const counts = new Map<T, number>()
  return {
    add: (thing, times = 1) => counts.set(thing, (counts.get(thing) ?? 0) + times),
    of: thing => counts.get(thing) ?? 0,
  }
}
