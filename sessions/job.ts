import type { Act } from './messages.ts'
import type { AttemptOrigin, AttemptState } from './protocol.ts'
import { type Slot, slotOver } from './slot.ts'

/** One call on its way through the pool. Times in milliseconds of `performance.now()`. */
export interface Job {
  readonly id: number
  readonly origin: AttemptOrigin
  readonly state: AttemptState | null
  act: Act
  /** Its shared memory; a call that begins again gets a new one. */
  slot: Slot
  readonly onOutput: (text: string) => void
  readonly done: (value: unknown) => void
  readonly failed: (fault: Error) => void
  /** When it was handed to a thread. */
  sentAt: number
  /** When its command began for the first time. */
  beganAt: number
  /** Work without sleeps so far. */
  worked: number
  interruptedAt?: number
  /** UTF-16 units that were shown. */
  shown: number
  restarts: number
}

let last = 0

export function createJob(
  origin: AttemptOrigin,
  state: AttemptState | null,
  act: Act,
  ends: Pick<Job, 'onOutput' | 'done' | 'failed'>,
): Job {
  last += 1
  return {
    id: last,
    origin,
    state,
    act,
    slot: slotOver(),
    ...ends,
    sentAt: 0,
    beganAt: 0,
    worked: 0,
    shown: 0,
    restarts: 0,
  }
}
