import type { Answer } from './acts.ts'
import type { Change } from './state.ts'
import type { StoreOf } from './store.ts'

const pauses = [500, 1000, 2000, 4000, 8000]

/** Sends an act until the server answers, and tells the state of conflicts, refusals and a server that is away. */
export type Send = <T>(act: () => Promise<Answer<T>>) => Promise<Answer<T>>

/** What a sender tells. */
type Told = Extract<Change, { readonly do: 'waiting' | 'conflict' | 'say' }>
type Teller = Pick<StoreOf<unknown, Told>, 'change'>

/** The words for a fault of ours. */
export const fault = 'This could not be done. The error is ours; what was saved is safe.'

export function createSender(store: Teller): Send {
  return async act => {
    const answer = await reached(store, act)
    if (answer.ok) return answer
    if (answer.refused === 'conflict') store.change({ do: 'conflict' })
    else store.change({ do: 'say', say: answer.say })
    return answer
  }
}

async function reached<T>(store: Teller, act: () => Promise<Answer<T>>): Promise<Answer<T>> {
  for (let tries = 0; ; tries++) {
    try {
      const answer = await act()
      if (tries > 0) store.change({ do: 'waiting', by: -1 })
      return answer
    } catch (problem) {
      if (!isUnreachable(problem)) {
        if (tries > 0) store.change({ do: 'waiting', by: -1 })
        return { ok: false, refused: 'unavailable', say: fault }
      }
      if (tries === 0) store.change({ do: 'waiting', by: 1 })
      await pause(pauses[Math.min(tries, pauses.length - 1)] ?? 0)
    }
  }
}

/** `fetch` rejects with a TypeError when there was no answer at all; anything else is a fault of ours. */
export function isUnreachable(problem: unknown): boolean {
  return problem instanceof TypeError || (problem instanceof DOMException && problem.name === 'NetworkError')
}

/** Waits, but not longer than until the network is back or the signal aborts. */
export function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      clearTimeout(timer)
      removeEventListener('online', done)
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, milliseconds)
    addEventListener('online', done)
    signal?.addEventListener('abort', done)
  })
}
