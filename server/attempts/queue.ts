/** Runs acts one after another, in the order they came; one that fails does not hold up the next. */
export type Queue = <T>(act: () => Promise<T>) => Promise<T>

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve()
  return act => {
    const mine = last.then(act)
    last = mine.catch(() => undefined)
    return mine
  }
}
