/** Counts how often each thing is met. */
export interface Counter<T> {
  add(thing: T): void
  of(thing: T): number
}

export function counter<T>(): Counter<T> {
  const counts = new Map<T, number>()
  return {
    add: thing => counts.set(thing, (counts.get(thing) ?? 0) + 1),
    of: thing => counts.get(thing) ?? 0,
  }
}
