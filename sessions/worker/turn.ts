/**
 * One call of a thread works at a time; a sleeping one lets others in.
 * That keeps it plain which call is to blame when the thread gets stuck or runs out of memory.
 */
export interface Turn {
  take(): Promise<void>
  pass(): void
}

export function createTurn(): Turn {
  const waiting: (() => void)[] = []
  let taken = false
  return {
    take() {
      if (!taken) {
        taken = true
        return Promise.resolve()
      }
      return new Promise(resolve => waiting.push(resolve))
    },
    pass() {
      const next = waiting.shift()
      if (next === undefined) taken = false
      else next()
    },
  }
}
