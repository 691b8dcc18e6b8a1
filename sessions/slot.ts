/**
 * What the pool and a thread both see of one call, even while the thread's loop is busy: two integers in shared memory.
 * A call is queued until the thread begins it; the pool may take a queued one back and give it to another thread.
 */
export interface Slot {
  readonly memory: SharedArrayBuffer
  phase(): Phase
  set(phase: Phase): void
  /** Begins a queued call; false when the pool has taken it back. */
  begin(): boolean
  /** Takes a queued call back; false when the thread has begun it. */
  takeBack(): boolean
  interrupt(): void
  interrupted(): boolean
}

export type Phase = 'queued' | 'working' | 'asleep' | 'taken-back'

const phases: readonly Phase[] = ['queued', 'working', 'asleep', 'taken-back']
const numberOf = (phase: Phase) => phases.indexOf(phase)

export function slotOver(memory: SharedArrayBuffer = new SharedArrayBuffer(8)): Slot {
  const cells = new Int32Array(memory)
  const swap = (from: Phase, to: Phase) =>
    Atomics.compareExchange(cells, 0, numberOf(from), numberOf(to)) === numberOf(from)
  return {
    memory,
    phase: () => phases[Atomics.load(cells, 0)] ?? 'queued',
    set: phase => Atomics.store(cells, 0, numberOf(phase)),
    begin: () => swap('queued', 'working'),
    takeBack: () => swap('queued', 'taken-back'),
    interrupt: () => Atomics.store(cells, 1, 1),
    interrupted: () => Atomics.load(cells, 1) === 1,
  }
}
