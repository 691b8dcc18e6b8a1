import { presentable } from '../cluster/bytes.ts'
import { interrupted, type Leave } from './interpreter/leave.ts'
import type { TerminalIo } from './terminal.ts'

/** What counting needs of the outside. */
type Outside = Pick<TerminalIo, 'out' | 'sleep'> & { readonly signal: Pick<AbortSignal, 'aborted'> }

/** What one run of a command line may use. */
const stepsAtMost = 150_000
const backgroundStepsAtMost = 5_000
const outputAtMost = 4 * 1024 * 1024
const textAtMost = 8 * 1024 * 1024
const valueAtMost = 2 * 1024 * 1024
const processesAtMost = 200
export const depthAtMost = 100
/** A step costs a few microseconds; after so many, others get a turn and Ctrl+C may arrive. */
const stepsBetweenPauses = 512

/** Counts what a run uses and stops it in time. */
export interface Meter {
  /** Call for every command and every turn of a loop; throws when the run has to stop. */
  step(cost?: number): Promise<void> | void
  /** Call while working on much text: after so many characters, others get a turn. */
  work(characters: number): Promise<void> | void
  /** Prints on the terminal. */
  print(text: string): void
  /** Counts work without giving others a turn; throws when the run has to stop. */
  charge(characters: number): void
  /** Looks at a text that grows on its way through a pipe. */
  hold(characters: number): void
  /** Looks at a value that a variable is to keep; all of them together are bounded too. */
  keep(characters: number): void
  /** Counts shells that run side by side. */
  start(): void
  finish(): void
  sleep(milliseconds: number): Promise<void>
  /** A background job has its own, small allowance. */
  inBackground<T>(job: () => Promise<T>): Promise<T>
  readonly background: boolean
  readonly steps: number
}

export function limited(sentence: string): Leave {
  return { leave: 'limited', sentence }
}

const tooMany = limited('Stopped: too many commands run side by side. A fork bomb? What was written so far is kept.')

export const tooDeep = limited('Stopped: commands started one another too deeply. Nothing else is lost.')

export function createMeter(io: Outside, advance: (milliseconds: number) => void): Meter {
  let steps = 0
  let untilPause = stepsBetweenPauses
  let printed = 0
  let jobSteps: number | undefined
  let processes = 0

  const check = () => {
    if (io.signal.aborted) throw interrupted
  }
  const pause = async () => {
    untilPause = stepsBetweenPauses
    await io.sleep(0)
    check()
  }
  const count = (cost: number): void => {
    steps += cost
    untilPause -= cost
    if (steps > stepsAtMost)
      throw limited(`Stopped after ${stepsAtMost} steps. A loop without an end? What it wrote so far is kept.`)
    if (jobSteps !== undefined) {
      jobSteps += cost
      if (jobSteps > backgroundStepsAtMost)
        throw limited('Stopped: the background job does not end. Jobs here run to their end before the prompt returns.')
    }
    check()
  }
  const spend = (cost: number): Promise<void> | void => {
    count(cost)
    return untilPause <= 0 ? pause() : undefined
  }

  return {
    step: (cost = 1) => spend(cost),
    work: characters => spend(Math.ceil(characters / 4096)),
    charge: characters => count(characters / 4096),
    print: text => {
      printed += text.length
      if (printed > outputAtMost)
        throw limited('Stopped: more than 4 MiB of output. Send it to a file, or through head or grep.')
      io.out(presentable(text))
    },
    hold: characters => {
      if (characters > textAtMost) throw limited('Stopped: a text of more than 8 MiB does not fit in this terminal.')
    },
    keep: characters => {
      if (characters > valueAtMost)
        throw limited('Stopped: a value of more than 2 MiB does not fit in a variable here.')
      count(characters / 256)
    },
    start: () => {
      if (++processes > processesAtMost) throw tooMany
    },
    finish: () => void processes--,
    sleep: async milliseconds => {
      check()
      if (jobSteps === undefined) await io.sleep(milliseconds)
      check()
      if (jobSteps === undefined) advance(milliseconds)
    },
    inBackground: async job => {
      const before = jobSteps
      jobSteps ??= 0
      try {
        return await job()
      } finally {
        jobSteps = before
      }
    },
    get background() {
      return jobSteps !== undefined
    },
    get steps() {
      return steps
    },
  }
}
