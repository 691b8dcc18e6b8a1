import { pathToFileURL } from 'node:url'
import { builtInLabs } from '#packs/library.ts'
import { openTrialPool } from '#sessions/prove/trial-pool.ts'
import { proveLab } from '#sessions/prove-lab.ts'

export interface Discrimination {
  /** Attempts in `pass/` that earned everything, of all of them, over all variants. */
  readonly rightAccepted: string
  /** Attempts in `fail/` that did not earn everything, of all of them, over all variants. */
  readonly wrongRefused: string
  readonly seconds: number
}

/** How well the checks of the built-in labs tell right attempts from wrong ones, and how long that takes to prove. */
export async function discrimination(): Promise<Discrimination> {
  const { labs } = await builtInLabs()
  const began = performance.now()
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
  }
}
