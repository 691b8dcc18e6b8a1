import { Worker } from 'node:worker_threads'
import type { Job } from './job.ts'
import type { Limits } from './limits.ts'
import type { FromThread, ToThread } from './messages.ts'

/** One worker thread as the pool sees it. */
export interface Thread {
  /** Calls that were handed to it and have not ended. */
  readonly jobs: ReadonlyMap<number, Job>
  take(job: Job): void
  drop(job: Job): void
  /** Attempts it has seen, which makes it the better place for their next call. */
  readonly seen: Set<string>
  /** For how long it has said nothing while it had calls, in milliseconds; kept by the pool. */
  silent: number
  /** It did not begin a call in time; until it is heard of, it gets no other. */
  suspect: boolean
  ready(): boolean
  /** Nothing works in it: it can begin a call at once. */
  free(): boolean
  post(message: ToThread): void
  /** Whether it has these files; remembers that it is going to. */
  knows(filesHash: string): boolean
  end(): Promise<void>
}

export interface ThreadEvents {
  onMessage(thread: Thread, message: FromThread): void
  /** Called once when it is gone for whatever reason. `fault` is absent when the pool ended it. */
  onGone(thread: Thread, fault?: Error): void
}

/** A thread that has not reported by then, in milliseconds, is given up: its file may have changed while it was read. */
const startsWithin = 15_000

export function startThread(url: URL, limits: Limits, events: ThreadEvents): Thread {
  const worker = new Worker(url, {
    workerData: limits,
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMiB, maxYoungGenerationSizeMb: 32 },
  })
  const jobs = new Map<number, Job>()
  const files = new Set<string>()
  let ready = false
  let fault: Error | undefined
  let ended = false
  const thread: Thread = {
    jobs,
    take(job) {
      if (jobs.size === 0) thread.silent = 0
      jobs.set(job.id, job)
      worker.ref()
    },
    drop(job) {
      jobs.delete(job.id)
      if (jobs.size === 0) worker.unref()
    },
    seen: new Set(),
    silent: 0,
    suspect: false,
    ready: () => ready,
    free: () => ready && !ended && !thread.suspect && [...jobs.values()].every(job => job.slot.phase() === 'asleep'),
    post: message => worker.postMessage(message),
    knows(hash) {
      if (files.has(hash)) return true
      files.add(hash)
      return false
    },
    async end() {
      ended = true
      await worker.terminate()
    },
  }
  const starting = setTimeout(() => {
    fault = new Error('A thread did not start in time.')
    void worker.terminate()
  }, startsWithin)
  starting.unref()
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'ready') {
      ready = true
      clearTimeout(starting)
    }
    thread.silent = 0
    thread.suspect = false
    events.onMessage(thread, message)
    // An idle thread does not keep the process alive.
    if (ready && jobs.size === 0) worker.unref()
  })
  worker.on('error', error => {
    fault = error instanceof Error ? error : new Error(String(error))
  })
  worker.on('exit', code => {
    clearTimeout(starting)
    const why = fault ?? new Error(`A thread ended by itself with ${code}.`)
    if (ended) events.onGone(thread)
    else events.onGone(thread, why)
  })
  return thread
}

export function outOfMemory(fault: Error | undefined): boolean {
  return fault !== undefined && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
