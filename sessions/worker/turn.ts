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

/** A call's hold on the turn. A pipeline has several parts that sleep and wake on their own; the call has one hold. */
export interface Hold {
  acquire(): Promise<void>
  release(): void
  /** For good: parts that wake later get nothing. */
  end(): void
}

export function createHold(turn: Turn, onChange: (working: boolean) => void): Hold {
  let held = false
  let ended = false
  let acquiring: Promise<void> | undefined
  const release = () => {
    if (!held) return
    held = false
    onChange(false)
    turn.pass()
  }
  return {
    acquire() {
      if (held || ended) return Promise.resolve()
      acquiring ??= turn.take().then(() => {
        acquiring = undefined
        held = true
        if (ended) release()
        else onChange(true)
      })
      return acquiring
    },
    release,
    end() {
      ended = true
      release()
    },
  }
}
