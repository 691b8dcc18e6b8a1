import 'server-only'
import type { ExamHead } from '#engine/grade/exam/exam-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { beSeen } from './be-seen.ts'
import { examGuard, noExam, noTask } from './exam-act.ts'
import { headOfExam, stateOf, storedExam } from './stored-exam.ts'

export interface PollExamInput {
  readonly exam: string
  /** What is before the candidate now; null: no task. */
  readonly task: number | null
  /** The version of the notepad that the sender shows. */
  readonly notes: number
}

export interface Notes {
  readonly text: string
  readonly version: number
}

/** What the clock says and what another tab changed. Also answered after the end, so that the page learns of it. */
export async function pollExam(
  learner: string,
  { exam: id, task, notes }: PollExamInput,
): Promise<Answer<{ readonly head: ExamHead; readonly notes?: Notes }>> {
  return examGuard(learner, id, async () => {
    const exam = await storedExam(learner, id)
    if (exam === undefined) return noExam
    if (task !== null && !exam.tasks.some(({ number }) => number === task)) return noTask
    if (stateOf(exam) === 'running') await beSeen(exam, task)
    return {
      ok: true,
      head: headOfExam(exam),
      ...(notes < exam.notes.version ? { notes: exam.notes } : {}),
    }
  })
}
