import type { AttemptState } from './protocol.ts'
import type { Thread } from './thread.ts'

/** An attempt in which commands run: its calls all go to one thread, where its live world is. */
export interface Hold {
  readonly thread: Thread
  readonly commands: number
  /** The newest state that a call which ended meanwhile left behind. */
  readonly latest?: AttemptState
}

export interface Holds {
  of(attempt: string): Hold | undefined
  /** One command runs, and nothing else has changed the attempt meanwhile. */
  alone(attempt: string): boolean
  add(attempt: string, thread: Thread): void
  remove(attempt: string): void
  remember(attempt: string, latest: AttemptState): void
}

export function createHolds(): Holds {
  const holds = new Map<string, Hold>()
  return {
    of: attempt => holds.get(attempt),
    alone(attempt) {
      const hold = holds.get(attempt)
      return hold?.commands === 1 && hold.latest === undefined
    },
    add(attempt, thread) {
      const hold = holds.get(attempt) ?? { thread, commands: 0 }
      holds.set(attempt, { ...hold, commands: hold.commands + 1 })
    },
    remove(attempt) {
      const hold = holds.get(attempt)
      if (hold === undefined || hold.commands === 1) holds.delete(attempt)
      else holds.set(attempt, { ...hold, commands: hold.commands - 1 })
    },
    remember(attempt, latest) {
      const hold = holds.get(attempt)
      if (hold !== undefined) holds.set(attempt, { ...hold, latest })
    },
  }
}
