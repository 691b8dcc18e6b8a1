import { createContext, use, useSyncExternalStore } from 'react'
import type { Attempt } from './attempt.ts'
import type { Change, State } from './state.ts'

/** A value with its only way to change. Editor and terminal, which are no React, read it directly. */
export interface StoreOf<S, C> {
  get(): S
  change(change: C): void
  subscribe(listener: () => void): () => void
}

export type Store = StoreOf<State, Change>

export function createStore<S, C>(first: S, changed: (state: S, change: C) => S): StoreOf<S, C> {
  let state = first
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    change(change) {
      const next = changed(state, change)
      if (next === state) return
      state = next
      for (const listener of [...listeners]) listener()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const AttemptContext = createContext<Attempt | null>(null)

export function useAttempt(): Attempt {
  const attempt = use(AttemptContext)
  if (attempt === null) throw new Error('a part of the workbench stands outside of it')
  return attempt
}

/** A part of the state; `select` must give the same value for the same state. */
export function useWorkbench<T>(select: (state: State) => T): T {
  const { store } = useAttempt()
  return useSyncExternalStore(
    store.subscribe,
    () => select(store.get()),
    () => select(store.get()),
  )
}
