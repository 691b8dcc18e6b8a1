import type { Lab, WrittenAttempt } from '#engine/grade/lab.ts'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import type { Report } from '#engine/grade/report.ts'
import { type Stopped, type Tried, type TryScript, tryInTurn } from './prove/trial.ts'
import { revealingHints } from './revealing-hints.ts'

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
  /** Absent when the attempt was stopped. */
  readonly report?: Report
}

export interface LabProof {
  readonly id: string
  readonly attempts: readonly AttemptProof[]
  /** Points that doing nothing earns, the most in any variant. */
  readonly idle: number
  readonly shortfalls: readonly Shortfall[]
}

/** Told as soon as an attempt was tried; `wrong` says what it does otherwise than its name does, a sentence each. */
export type OnAttempt = (proof: AttemptProof, wrong: readonly string[]) => void

/** How many scripts are tried to prove a lab: in every variant its attempts, and doing nothing. */
export function trialsOf(source: LabSource): number {
  return [...source.variants.keys()].reduce((sum, index) => sum + source.variant(index).attempts.length + 1, 0)
}

/**
 * Tries a lab in every variant: what holds at the start, and what each of its attempts earns.
 * All scripts are asked for at once; the order of the answer does not depend on which ends first.
 *
 * @param tryScript where scripts run; by default one after the other in this thread
 */
export async function proveLab(
  source: LabSource,
  tryScript: TryScript = tryInTurn(),
  onAttempt: OnAttempt = () => {},
): Promise<LabProof> {
  const variants = [...source.variants.keys()]
  const proofs = await Promise.all(variants.map(index => proveVariant(source, index, tryScript, onAttempt)))
  const first = source.variant(0)
  const [ofFirst = [], ...ofOthers] = proofs.map(({ shortfalls }) => shortfalls)
  return {
    id: source.id,
    attempts: proofs.flatMap(({ attempts }) => attempts),
    idle: Math.max(...proofs.map(({ idle }) => idle)),
    shortfalls: [...ofFirst, ...unfailed(first), ...revealingHints(first), ...ofOthers.flat()],
  }
}

async function proveVariant(
  source: LabSource,
  index: number,
  tryScript: TryScript,
  onAttempt: OnAttempt,
): Promise<Omit<LabProof, 'id'>> {
  const lab = source.variant(index)
  const variant = index + 1
  const idle = tryScript(source, index, '')
  const judged = lab.attempts.map(async attempt => {
    const judgement = judge(attempt, variant, await tryScript(source, index, attempt.script))
    onAttempt(judgement.proof, judgement.wrong)
    return judgement
  })
  const [start, tried] = await Promise.all([idle, Promise.all(judged)])
  return {
    attempts: tried.map(({ proof }) => proof),
    idle: 'report' in start ? start.report.earned : 0,
    shortfalls: [
      ...atStart(start).map((it): Shortfall => ({ ...it, variant })),
      ...tried.flatMap(({ demand, proof: { file }, wrong }) =>
        wrong.map(message => ({ demand, code: `attempt-${demand}`, file, message, variant }) as const),
      ),
    ],
  }
}

function judge(attempt: WrittenAttempt, variant: number, result: Tried | Stopped) {
  const { file, expected } = attempt
  const report = 'report' in result ? result.report : undefined
  const missed = (report?.verdicts ?? []).filter(({ outcome }) => outcome.result === 'miss').map(({ id }) => id)
  const proof: AttemptProof = { file, variant, expected, missed, ...(report && { report }) }
  const wrong =
    'stopped' in result ? [result.stopped] : [...result.problems, ...difference(attempt, missed, result.report)]
  return { demand: isRight(attempt) ? ('right' as const) : ('wrong' as const), proof, wrong }
}

function isRight({ file }: WrittenAttempt): boolean {
  return file.startsWith('pass/')
}

function atStart(result: Tried | Stopped): readonly Shortfall[] {
  const file = 'lab.yaml'
  const found: Shortfall[] = []
  if ('stopped' in result) return [{ demand: 'idle', code: 'stopped', file, message: result.stopped }]
  const { report } = result
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
