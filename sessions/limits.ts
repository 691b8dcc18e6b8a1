/** What a pool of threads may use. Times in milliseconds. */
export interface Limits {
  /** Threads that are kept while there is work for them. */
  readonly threads: number
  /** Threads beyond these while others are stuck. */
  readonly spill: number
  /** Work of one call without a pause in sleeps. */
  readonly work: number
  /** From Ctrl+C until the thread is ended. */
  readonly grace: number
  /** A call that waits this long behind another one goes elsewhere. */
  readonly stuck: number
  /** A thread with nothing to do ends after this, all but one. */
  readonly idle: number
  /** The heap of a thread. */
  readonly memoryMiB: number
  /** What one command may print, in UTF-16 units. */
  readonly output: number
}

export function defaultLimits(cores: number): Limits {
  return {
    threads: Math.max(2, cores),
    spill: 4,
    work: 10_000,
    grace: 2_000,
    stuck: 150,
    idle: 60_000,
    memoryMiB: 256,
    output: 4 * 1024 * 1024,
  }
}

export const said = {
  work: (limits: Limits) => `This command was stopped: it worked for ${limits.work / 1000} seconds without a pause.`,
  memory: 'This command was stopped: it needs more memory than one command may use.',
  output: (limits: Pick<Limits, 'output'>) =>
    `This command was stopped: it printed more than ${Math.round(limits.output / (1024 * 1024))} MiB.`,
  restarted: 'This command was stopped: its simulation had to be started again. Run it once more.',
}
