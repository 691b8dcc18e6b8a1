import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { LabProgress } from './progress.ts'

/** What progress needs of an attempt: its checks, hints and giving up, in order. */
export interface AttemptFacts {
  readonly startedAt: Date
  readonly lastAt: Date
  readonly steps: readonly {
    readonly kind: string
    readonly at: Date
    readonly earned: number | null
    readonly of: number | null
    readonly solved: boolean | null
  }[]
}

/** Sums the attempts at one lab, oldest first. Solving counts when it came before giving up in the same attempt. */
export function sumLab(lab: LabCard, attempts: readonly AttemptFacts[]): LabProgress {
  const steps = attempts.flatMap(attempt => attempt.steps)
  const checks = steps.filter(({ kind }) => kind === 'check')
  const ends = attempts.flatMap(attempt => attempt.steps.find(step => step.solved || step.kind === 'give-up') ?? [])
  const solvedAt = ends.find(({ solved }) => solved)?.at.getTime()
  const givenUp = ends.some(({ kind }) => kind === 'give-up')
  const best = checks.toSorted((a, b) => share(b) - share(a))[0]
  const openedAt = attempts[0]?.startedAt.getTime()
  const lastAt = Math.max(...attempts.map(attempt => attempt.lastAt.getTime()))
  return {
    lab,
    state: openedAt === undefined ? 'not-started' : solvedAt !== undefined ? 'solved' : givenUp ? 'given-up' : 'open',
    ...(best === undefined ? {} : { best: { earned: best.earned ?? 0, of: best.of ?? 0 } }),
    ...(openedAt === undefined ? {} : { openedAt, lastAt }),
    ...(solvedAt === undefined ? {} : { solvedAt }),
    attempts: attempts.length,
    checks: checks.length,
    hints: steps.filter(({ kind }) => kind === 'hint').length,
    givenUp,
  }
}

const share = ({ earned, of }: { readonly earned: number | null; readonly of: number | null }) =>
  (earned ?? 0) / Math.max(1, of ?? 0)
