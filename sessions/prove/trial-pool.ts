import { availableParallelism } from 'node:os'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { labHash } from '#packs/pack-hash.ts'
import type { TryScript } from './trial.ts'
import { startTrialThread, type TrialLimits, type TrialThread } from './trial-thread.ts'

export interface TrialPoolOptions {
  /** The bundled `prove-worker`. */
  readonly workerUrl: URL
  readonly threads?: number
  readonly limits?: Partial<TrialLimits>
}

/** Worker threads that try scripts, each one at a time, in the order in which they are asked for. */
export interface TrialPool {
  readonly try: TryScript
  close(): Promise<void>
}

/** A pack is not trusted: its scripts get no more than a learner's. */
const usual: TrialLimits = { work: 10_000, memoryMiB: 256 }

export function openTrialPool({ workerUrl, threads = availableParallelism(), limits }: TrialPoolOptions): TrialPool {
  const allowed: TrialLimits = { ...usual, ...limits }
  const waiting: ((thread: TrialThread) => Promise<void>)[] = []
  const live = new Set<TrialThread>()
  const idle: TrialThread[] = []
  const hashes = new WeakMap<LabSource, string>()

  const hashOf = (source: LabSource) => {
    const hash = hashes.get(source) ?? labHash(source.files)
    hashes.set(source, hash)
    return hash
  }

  const schedule = () => {
    while (waiting.length > 0 && (idle.length > 0 || live.size < threads)) {
      const thread = idle.pop() ?? startTrialThread(workerUrl, allowed)
      live.add(thread)
      void waiting
        .shift()?.(thread)
        .finally(() => {
          if (thread.gone) live.delete(thread)
          else idle.push(thread)
          schedule()
        })
    }
  }

  return {
    try: (source, variant, script) =>
      new Promise((done, failed) => {
        waiting.push(thread => {
          const filesHash = hashOf(source)
          const key = `${source.id} ${filesHash}`
          const files = thread.known.has(key) ? {} : { files: source.files }
          thread.known.add(key)
          return thread.try({ labId: source.id, filesHash, ...files, variant, script }).then(done, failed)
        })
        schedule()
      }),
    async close() {
      waiting.length = 0
      await Promise.all([...live].map(thread => thread.end()))
    },
  }
}
