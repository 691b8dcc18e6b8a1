import { gradeLab } from '#engine/grade/grade-lab.ts'
import type { Lab, WrittenAttempt } from '#engine/grade/lab.ts'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import { startWorld } from '#engine/grade/start-world.ts'
import { revealingHints } from './revealing-hints.ts'
import { runAttempt } from './run-attempt.ts'

/** What a lab has to fulfil, in the order in which it is looked at. `readable` is for who loads the lab. */
export const demands = {
  readable: 'the lab can be read',
  idle: 'doing nothing earns nothing',
  guards: 'guards are exactly what holds at the start',
  right: 'every right attempt earns everything',
  wrong: 'every wrong attempt fails exactly its checks',
  failable: 'every check can be failed',
  hints: 'hints do not give the solution away',
} as const

export type Demand = keyof typeof demands

/** A demand that is not fulfilled; `variant` counts from 1. */
export interface Shortfall extends PackFinding {
  readonly demand: Demand
  readonly variant?: number
}

/** One attempt of one variant, as it went. */
export interface AttemptProof {
  readonly file: string
  readonly variant: number
  /** Ids of the checks that its name says it fails. */
  readonly expected: readonly string[]
  readonly missed: readonly string[]
  readonly report: Report
}

export interface LabProof {
  readonly id: string
  readonly attempts: readonly AttemptProof[]
  readonly shortfalls: readonly Shortfall[]
}

/** When attempts begin: any time does, but always the same. */
const startedAt = Date.UTC(2026, 11, 1, 9)

/** Tries a lab in every variant: what holds at the start, and what each of its attempts earns. */
export async function proveLab(source: LabSource): Promise<LabProof> {
  const attempts: AttemptProof[] = []
  const shortfalls: Shortfall[] = []
  for (const index of source.variants.keys()) {
    const lab = source.variant(index)
    const variant = index + 1
    shortfalls.push(...atStart(lab).map(it => ({ ...it, variant })))
    for (const attempt of lab.attempts) {
      const { world, problems } = await runAttempt(lab, attempt.script, startedAt)
      const report = gradeLab(lab, world)
      const missed = report.verdicts.filter(({ outcome }) => outcome.result === 'miss').map(({ id }) => id)
      attempts.push({ file: attempt.file, variant, expected: attempt.expected, missed, report })
      const wrong = [...problems, ...difference(attempt, missed, report)]
      const demand = isRight(attempt) ? 'right' : 'wrong'
      shortfalls.push(
        ...wrong.map(message => ({ demand, code: `attempt-${demand}`, file: attempt.file, message, variant }) as const),
      )
    }
    if (index === 0) shortfalls.push(...unfailed(lab), ...revealingHints(lab))
  }
  return { id: source.id, attempts, shortfalls }
}

function isRight({ file }: WrittenAttempt): boolean {
  return file.startsWith('pass/')
}

function atStart(lab: Lab): readonly Shortfall[] {
  const report = gradeLab(lab, startWorld(lab, startedAt))
  const file = 'lab.yaml'
  const found: Shortfall[] = []
  if (report.earned > 0)
    found.push({
      demand: 'idle',
      code: 'earned-by-nothing',
      file,
      message: `Doing nothing earns ${report.earned} points.`,
    })
  for (const { id, guard, outcome } of report.verdicts) {
    if (outcome.result === 'ungraded')
      found.push({
        demand: 'idle',
        code: 'ungraded',
        file,
        message: `At the start, \`${id}\`: ${outcome.say}`,
      })
    else if (guard && outcome.result === 'miss')
      found.push({
        demand: 'guards',
        code: 'guard-fails',
        file,
        message: `\`${id}\` is a guard, but does not hold at the start: ${outcome.say}`,
      })
    else if (!guard && outcome.result === 'pass')
      found.push({
        demand: 'guards',
        code: 'holds-at-start',
        file,
        message: `\`${id}\` holds at the start. Make it a guard, or ask for more.`,
      })
  }
  return found
}

function difference({ expected }: WrittenAttempt, missed: readonly string[], { verdicts }: Report): readonly string[] {
  const unknown = verdicts.filter(({ outcome }) => outcome.result === 'ungraded')
  if (unknown.length > 0) return unknown.map(({ id, outcome }) => `\`${id}\`: ${outcome.say}`)
  const surprising = missed.filter(id => !expected.includes(id))
  const earned = expected.filter(id => !missed.includes(id))
  return [
    ...surprising.map(id => `\`${id}\` is missed: ${verdicts.find(it => it.id === id)?.outcome.say ?? ''}`),
    ...earned.map(id => `\`${id}\` is earned by a wrong attempt: the check is too weak.`),
  ]
}

function unfailed({ checks, attempts }: Lab): readonly Shortfall[] {
  const named = new Set(attempts.flatMap(({ expected }) => expected))
  return checks
    .filter(({ id }) => !named.has(id))
    .map(({ id }) => ({
      demand: 'failable',
      code: 'never-failed',
      file: 'lab.yaml',
      message: `No wrong attempt fails \`${id}\`. Add \`fail/${id}.<mistake>.sh\`.`,
    }))
}
