import { Session } from 'node:inspector'

/**
 * Counts the steps of a piece of work: how often blocks of our own code are entered (bodies of functions and loops, arms of
 * branches), as V8 counts them. The same work has the same number each time, on any machine; there is no clock in it.
 * What the platform does in one call (a regular expression, a sort) is one step.
 */
export interface StepCounter {
  count(work: () => unknown): number
  close(): void
}

interface Coverage {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly { readonly count: number }[] }[]
  }[]
}

/**
 * `isOurs` is told the address of each script. A function has to be called for the first time after this: what V8 has
 * compiled before, it counts less finely. Every count takes some milliseconds, because V8 looks at all scripts.
 */
export function stepCounter(isOurs: (url: string) => boolean): StepCounter {
  const session = new Session()
  session.connect()
  const take = (): Coverage => {
    let taken: Coverage = { result: [] }
    session.post('Profiler.takePreciseCoverage', (_, coverage) => {
      taken = coverage
    })
    return taken
  }
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  return {
    count(work) {
      take()
      work()
      let steps = 0
      for (const { url, functions } of take().result)
        if (isOurs(url)) for (const { ranges } of functions) for (const { count } of ranges) steps += count
      return steps
    },
    close() {
      session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}
