import 'server-only'
import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { moved, refused } from '../attempts/refusals.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { examLength } from './begin-exam.ts'
import { examGuard } from './exam-act.ts'
import { anyExam, stateOf } from './stored-exam.ts'

export interface GivenTime {
  readonly endsAt: number
  readonly title: string
  readonly startedAt: number
}

/**
 * Gives the candidate who told this code more time, counted from the exam's whole length. It can be raised, not lowered.
 * Whoever calls this must be an instructor.
 */
export async function giveTime({
  code,
  extra,
}: {
  readonly code: string
  readonly extra: ExtraTime
}): Promise<Answer<GivenTime>> {
  return examGuard('instructor', code, async () => {
    const row = await patiently(() =>
      database().exam.findUnique({ where: { code: asWritten(code) }, select: { id: true } }),
    )
    const exam = row === null ? undefined : await anyExam(row.id)
    if (exam === undefined) return refused('not-found', 'There is no exam with this code.')
    if (stateOf(exam) !== 'running') return refused('over', 'This exam is over.')
    if (extra <= exam.extra) return refused('not-due', `This exam has ${exam.extra} % more time already.`)
    const endsAt = exam.startedAt + examLength(exam.paper.minutes, extra)
    const { count } = await patiently(() =>
      database().exam.updateMany({
        where: { id: exam.id, closedAt: null, endsAt: new Date(exam.endsAt) },
        data: { extra, endsAt: new Date(endsAt) },
      }),
    )
    return count === 1 ? { ok: true, endsAt, title: exam.paper.title, startedAt: exam.startedAt } : moved
  })
}

/** "k7qf 2m" → "K7QF-2M" */
function asWritten(code: string): string {
  const plain = code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  return `${plain.slice(0, 4)}-${plain.slice(4)}`
}
