import { pathToFileURL } from 'node:url'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { openTrialPool } from '#sessions/prove/trial-pool.ts'
import { proveLab } from '#sessions/prove-lab.ts'
import { highestMegabytes } from './highest-megabytes.ts'

export interface Discrimination {
  /** Attempts in `pass/` that earned everything, of all of them, over all variants. */
  readonly rightAccepted: string
  /** Attempts in `fail/` that did not earn everything, of all of them, over all variants. */
  readonly wrongRefused: string
  readonly seconds: number
  /** The most memory that this process held meanwhile, its threads included. */
  readonly megabytes: number
}

/** How well the checks of labs tell right attempts from wrong ones, and what proving that takes. */
export async function discrimination(labs: readonly LabSource[]): Promise<Discrimination> {
  const began = performance.now()
  const memory = highestMegabytes()
  const pool = openTrialPool({ workerUrl: pathToFileURL('dist/prove-worker.mjs') })
  const proofs = await Promise.all(labs.map(lab => proveLab(lab, pool.try))).finally(() => pool.close())
  const seconds = Math.round((performance.now() - began) / 100) / 10
  const attempts = proofs.flatMap(it => it.attempts)
  const right = attempts.filter(it => it.expected.length === 0)
  const wrong = attempts.filter(it => it.expected.length > 0)
  const share = (some: number, all: number) => `${some} of ${all}`
  return {
    rightAccepted: share(right.filter(it => it.report?.solved).length, right.length),
    wrongRefused: share(wrong.filter(it => it.report !== undefined && !it.report.solved).length, wrong.length),
    seconds,
    megabytes: memory.stop(),
  }
}
