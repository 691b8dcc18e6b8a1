import 'server-only'
import type { AttemptStatus, LabCard } from '#engine/grade/attempt-view.ts'
import { labCard } from './attempts/lab-card.ts'
import { pinnedFiles } from './attempts/pinned-files.ts'
import { stopCommands } from './attempts/stop-commands.ts'
import { database } from './database/client.ts'
import { patiently } from './database/patiently.ts'
import { exportedExams } from './exams/exported-exams.ts'
import { type RunningExam, runningExam } from './exams/running-exam.ts'
import { house } from './house.ts'
import { type AttemptFacts, sumLab } from './sum-lab.ts'

/** What a learner did at one lab, over all attempts. Times in milliseconds since the epoch. */
export interface LabProgress {
  readonly lab: LabCard
  /** Best first: `solved` when any attempt was solved before the solution was opened. */
  readonly state: 'not-started' | AttemptStatus
  /** The best check: points earned, of how many. Absent before the first check. */
  readonly best?: { readonly earned: number; readonly of: number }
  readonly openedAt?: number
  readonly lastAt?: number
  readonly solvedAt?: number
  readonly attempts: number
  readonly checks: number
  readonly hints: number
  readonly givenUp: boolean
}

export interface DomainProgress {
  readonly domain: string
  readonly labs: number
  readonly solved: number
  readonly earned: number
  readonly of: number
}

export interface Progress {
  /** Every lab of the library, in its order, then labs that are gone but were tried. */
  readonly labs: readonly LabProgress[]
  /** Labs that were opened, newest first. */
  readonly recent: readonly LabProgress[]
  /** Domains that have labs; `of` sums the points of all of their labs. */
  readonly domains: readonly DomainProgress[]
}

export async function progressOf(learner: string): Promise<Progress> {
  const [library, attempts] = await Promise.all([house().library(), attemptsOf(learner)])
  const offered = library.cards.map(card =>
    sumLab(
      card,
      attempts.filter(({ labId }) => labId === card.id),
    ),
  )
  const gone = await Promise.all(
    [...new Set(attempts.map(({ labId }) => labId))]
      .filter(id => library.find(id) === undefined)
      .map(async id => {
        const own = attempts.filter(({ labId }) => labId === id)
        const [first] = own
        const card = first === undefined ? undefined : await pinnedCard(first)
        return card === undefined ? [] : [sumLab(card, own)]
      }),
  )
  const labs = [...offered, ...gone.flat()]
  const opened = labs.filter(({ attempts }) => attempts > 0)
  return {
    labs,
    recent: opened.sort((a, b) => (b.lastAt ?? 0) - (a.lastAt ?? 0)),
    domains: [...new Set(labs.map(({ lab }) => lab.domain))].map(domain => sumDomain(domain, labs)),
  }
}

function sumDomain(domain: string, all: readonly LabProgress[]): DomainProgress {
  const labs = all.filter(({ lab }) => lab.domain === domain)
  return {
    domain,
    labs: labs.length,
    solved: labs.filter(({ state }) => state === 'solved').length,
    earned: labs.reduce((sum, { best }) => sum + (best?.earned ?? 0), 0),
    of: labs.reduce((sum, { lab }) => sum + lab.points, 0),
  }
}

type Row = AttemptFacts & { readonly labId: string; readonly filesHash: string; readonly variant: number }

/** The learner's attempts with the steps that progress counts, oldest first; commands and edits only as the newest time. */
async function attemptsOf(learner: string): Promise<readonly Row[]> {
  const rows = await patiently(() =>
    database().attempt.findMany({
      where: { learnerId: learner, examTask: null },
      orderBy: { startedAt: 'asc' },
      select: { id: true, labId: true, filesHash: true, variant: true, startedAt: true },
    }),
  )
  const where = { attemptId: { in: rows.map(({ id }) => id) } }
  const [counted, newest] = await Promise.all([
    patiently(() =>
      database().step.findMany({
        where: { ...where, kind: { in: ['check', 'hint', 'give-up'] } },
        orderBy: [{ attemptId: 'asc' }, { seq: 'asc' }],
        select: { attemptId: true, kind: true, at: true, earned: true, of: true, solved: true },
      }),
    ),
    patiently(() => database().step.groupBy({ by: ['attemptId'], where, _max: { at: true } })),
  ])
  return rows.map(row => ({
    ...row,
    steps: counted.filter(({ attemptId }) => attemptId === row.id),
    lastAt: newest.find(({ attemptId }) => attemptId === row.id)?._max.at ?? row.startedAt,
  }))
}

async function pinnedCard({ labId, filesHash, variant }: Row): Promise<LabCard | undefined> {
  try {
    return labCard((await pinnedFiles(labId, filesHash)).variant(variant))
  } catch {
    // A lab that is gone and that this version cannot read any more is left out.
    return undefined
  }
}

/**
 * Everything that is stored of a learner, as plain JSON; snapshots are left out, they follow from the steps. Practice at the
 * labs of an exam that is running is held back until it is over.
 */
export async function exportOf(learner: string): Promise<object> {
  const [exams, running] = await Promise.all([exportedExams(learner), runningExam(learner)])
  const attempts = await patiently(() =>
    database().attempt.findMany({
      where: { learnerId: learner },
      orderBy: { startedAt: 'asc' },
      select: {
        id: true,
        labId: true,
        filesHash: true,
        variant: true,
        seed: true,
        startedAt: true,
        examTask: { select: { examId: true, number: true } },
        steps: { orderBy: { seq: 'asc' }, omit: { snapshot: true, attemptId: true, kept: true } },
      },
    }),
  )
  return {
    format: 'breakwater-export/1',
    exportedAt: new Date(),
    learner,
    exams,
    attempts: attempts.map(({ steps, examTask, ...attempt }) => ({
      ...attempt,
      ...(examTask === null ? {} : { exam: examTask.examId, task: examTask.number }),
      ...(isHeldBack(attempt.labId, examTask, running) ? { heldBack: true } : { steps: steps.map(exportedStep) }),
    })),
  }
}

function isHeldBack(lab: string, task: object | null, running: RunningExam | undefined): boolean {
  return task === null && running !== undefined && running.labs.includes(lab)
}

function exportedStep({ report, ...step }: { readonly report: string | null }) {
  return {
    ...Object.fromEntries(Object.entries(step).filter(([, value]) => value !== null)),
    ...(report === null ? {} : { report: JSON.parse(report) as unknown }),
  }
}

/** Deletes everything that is stored of a learner; what runs is stopped. */
export async function deleteEverything(learner: string): Promise<void> {
  const own = [...house().attempts.values()].filter(attempt => attempt.learner === learner)
  await Promise.all(own.map(stopCommands))
  await patiently(() => database().learner.deleteMany({ where: { id: learner } }))
  for (const { origin } of own) house().attempts.delete(origin.id)
}
