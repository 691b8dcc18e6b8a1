import { createContext, use, useSyncExternalStore } from 'react'
import type { Mark } from './marks.ts'

/** What the workbench shows of findings, as a value. */
export interface FindingsState {
  readonly on: boolean
  /** By the file's key. A file without an entry has not been read yet. */
  readonly marks: Readonly<Record<string, readonly Mark[]>>
  /** The sentence about findings that do not come. */
  readonly trouble: string | null
  /** What is announced; `times` makes the same sentence new. */
  readonly spoken: { readonly say: string; readonly times: number }
}

export interface Findings {
  get(): FindingsState
  change(change: Partial<Pick<FindingsState, 'marks' | 'trouble'>>): void
  turn(on: boolean): void
  /** Takes over what was chosen on an earlier visit. */
  recall(): void
  say(sentence: string): void
  subscribe(listener: () => void): () => void
  /** How the editor goes to a mark; it puts itself in. */
  goTo: ((mark: Mark) => void) | null
}

const place = 'breakwater:findings'
export const noFindings: FindingsState = { on: false, marks: {}, trouble: null, spoken: { say: '', times: 0 } }

export function createFindings(): Findings {
  let state: FindingsState = { ...noFindings, on: true }
  const listeners = new Set<() => void>()
  const put = (change: Partial<FindingsState>) => {
    state = { ...state, ...change }
    for (const listener of [...listeners]) listener()
  }
  return {
    get: () => state,
    change: put,
    turn(on) {
      put(on ? { on } : { on, marks: {}, trouble: null })
      try {
        if (on) localStorage.removeItem(place)
        else localStorage.setItem(place, 'off')
      } catch {
        // Storage may be closed to us: then the choice lasts as long as the page.
      }
    },
    recall() {
      try {
        if (localStorage.getItem(place) === 'off') put({ on: false })
      } catch {
        // As above.
      }
    },
    say: say => put({ spoken: { say, times: state.spoken.times + 1 } }),
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    goTo: null,
  }
}

/** Null where findings are not wanted at all, in an exam for one. */
export const FindingsContext = createContext<Findings | null>(null)

export function useFindings(): Findings | null {
  return use(FindingsContext)
}

const never = () => () => {}

/** A part of the state; `select` must give the same value for the same state. */
export function useFound<T>(select: (state: FindingsState) => T): T {
  const findings = useFindings()
  const get = () => select(findings?.get() ?? noFindings)
  return useSyncExternalStore(findings?.subscribe ?? never, get, get)
}
