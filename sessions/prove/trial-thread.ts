import { Worker } from 'node:worker_threads'
import { outOfMemory } from '../thread.ts'
import type { FromTrialThread, TrialJob } from './messages.ts'
import type { Stopped, Tried } from './trial.ts'

/** What one trial may use: milliseconds of one command, and the heap of its thread. */
export interface TrialLimits {
  readonly work: number
  readonly memoryMiB: number
}

/** A thread that does one trial at a time. A trial that is stopped takes it down: `gone` is true from then on. */
export interface TrialThread {
  try(job: TrialJob): Promise<Tried | Stopped>
  readonly gone: boolean
  /** Ids and hashes of labs that were sent to it. */
  readonly known: Set<string>
  end(): Promise<void>
}

/** Threads get this long to load their code, in milliseconds. */
const startsWithin = 60_000

export function startTrialThread(url: URL, limits: TrialLimits): TrialThread {
  const worker = new Worker(url, {
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB, maxYoungGenerationSizeMb: 32 },
  })
  let gone = false
  let loaded = false
  let fault: Error | undefined
  let onMessage: (message: FromTrialThread) => void = () => {}
  let onExit: () => void = () => {}

  worker.on('message', (message: FromTrialThread) => {
    if (message.kind === 'ready') loaded = true
    onMessage(message)
  })
  worker.on('error', error => {
    fault = error instanceof Error ? error : new Error(String(error))
    gone = true
  })
  worker.on('exit', () => {
    gone = true
    onExit()
  })

  return {
    known: new Set(),
    get gone() {
      return gone
    },
    try: job =>
      new Promise((done, failed) => {
        let late = false
        let timer: NodeJS.Timeout
        const watch = () => {
          clearTimeout(timer)
          const stop = () => {
            late = true
            gone = true
            void worker.terminate()
          }
          timer = setTimeout(stop, loaded ? limits.work : startsWithin)
        }
        onExit = () => {
          clearTimeout(timer)
          if (late && loaded) done({ stopped: `A command worked for ${limits.work / 1000} seconds without a pause.` })
          else if (outOfMemory(fault)) done({ stopped: `A command needs more than ${limits.memoryMiB} MiB of memory.` })
          else failed(fault ?? new Error('A thread that proves labs ended by itself.'))
        }
        onMessage = message => {
          if (message.kind === 'ready' || message.kind === 'line') return watch()
          clearTimeout(timer)
          if (message.kind === 'tried') done(message.tried)
          else failed(new Error(message.message))
        }
        if (gone) return onExit()
        watch()
        worker.postMessage(job)
      }),
    async end() {
      gone = true
      await worker.terminate()
    },
  }
}
