import 'server-only'
import type { ExamHead } from '#engine/grade/exam/exam-view.ts'
import type { Answer } from '../attempts/answer.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { examAct, noTask } from './exam-act.ts'
import { headOfExam } from './stored-exam.ts'

export interface MarkTaskInput {
  readonly exam: string
  readonly task: number
  readonly flagged?: boolean
  readonly done?: boolean
}

/** Flags a task, or marks it as done; both are the candidate's own notes and change nothing. */
export async function markTask(
  learner: string,
  { exam: id, task: number, flagged, done }: MarkTaskInput,
): Promise<Answer<{ readonly head: ExamHead }>> {
  return examAct(learner, id, async exam => {
    if (!exam.tasks.some(it => it.number === number)) return noTask
    const data = { ...(flagged === undefined ? {} : { flagged }), ...(done === undefined ? {} : { done }) }
    await patiently(() => database().examTask.updateMany({ where: { examId: id, number }, data }))
    const tasks = exam.tasks.map(it => (it.number === number ? { ...it, ...data } : it))
    return { ok: true, head: headOfExam({ ...exam, tasks }) }
  })
}
