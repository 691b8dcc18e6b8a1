import type { AttemptOrigin, AttemptState, WorldStep } from './protocol.ts'

/** An origin on its way to a thread; the files travel only when the thread does not have them yet. */
export type SentOrigin = Omit<AttemptOrigin, 'files'> & {
  readonly filesHash: string
  readonly files?: AttemptOrigin['files']
}

/** The state a call starts from. `digest` is absent where it is not known; `state: null` is the lab's start. */
export interface SentState {
  readonly state: AttemptState | null
  readonly digest?: string
  /** The attempt runs here: the live world counts, not this state. */
  readonly held: boolean
}

export type Act =
  | {
      readonly act: 'run'
      readonly step: WorldStep & { readonly kind: 'command' }
      /** After a restart: how much was shown already, and how long it had run. */
      readonly again?: { readonly shown: number; readonly elapsed: number }
    }
  | { readonly act: 'edit'; readonly step: WorldStep & { readonly kind: 'edit' } }
  | { readonly act: 'replay'; readonly steps: readonly WorldStep[] }
  | { readonly act: 'check' }
  | { readonly act: 'complete'; readonly terminal: string; readonly line: string; readonly cursor: number }
  | { readonly act: 'needs-more'; readonly terminal: string; readonly text: string }
  | { readonly act: 'prompt'; readonly terminal: string }
  | { readonly act: 'read'; readonly host: string; readonly path: string }
  | { readonly act: 'list'; readonly host: string; readonly path: string }

export type ToThread =
  | {
      readonly kind: 'job'
      readonly id: number
      readonly slot: SharedArrayBuffer
      readonly origin: SentOrigin
      readonly from: SentState
      readonly act: Act
    }
  | { readonly kind: 'interrupt'; readonly id: number }
  | { readonly kind: 'ping' }

export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'pong' }
  | { readonly kind: 'out'; readonly id: number; readonly text: string }
  | { readonly kind: 'asleep'; readonly id: number }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown; readonly digest?: string }
  | { readonly kind: 'failed'; readonly id: number; readonly message: string }
