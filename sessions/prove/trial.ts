import { gradeLab } from '#engine/grade/grade-lab.ts'
import type { Lab } from '#engine/grade/lab.ts'
import type { LabSource } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import { runAttempt } from '../run-attempt.ts'

/** What a script came to: what the checks say afterwards, and what went otherwise than its author would expect. */
export interface Tried {
  readonly report: Report
  readonly problems: readonly string[]
}

/** Why a script was not run to its end, as a sentence. */
export interface Stopped {
  readonly stopped: string
}

/** Types a script into a fresh world of a lab's variant (counted from 0) and grades it; an empty one grades the start. */
export type TryScript = (source: LabSource, variant: number, script: string) => Promise<Tried | Stopped>

/** When attempts begin: any time does, but always the same. */
const startedAt = Date.UTC(2026, 11, 1, 9)

/** @param onLine called before every command line, so that somebody else can watch for one that takes too long */
export async function tryHere(lab: Lab, script: string, onLine?: () => void): Promise<Tried> {
  const { world, problems } = await runAttempt(lab, script, startedAt, onLine)
  return { report: gradeLab(lab, world), problems }
}

/** Tries scripts in this thread, one after the other. */
export function tryInTurn(): TryScript {
  let before: Promise<unknown> = Promise.resolve()
  return (source, variant, script) => {
    const trial = before.then(() => tryHere(source.variant(variant), script))
    before = trial.catch(() => {})
    return trial
  }
}
