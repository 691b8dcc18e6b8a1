import 'server-only'
import type { Answer } from '../attempts/answer.ts'
import { closeNow } from './close-exam.ts'
import { examAct } from './exam-act.ts'
import { gradeExam } from './grade-exam.ts'

/** Ends an exam before its time and grades it; it answers when the report is there. */
export async function finishExam(
  learner: string,
  { exam: id }: { readonly exam: string },
): Promise<Answer<Record<never, never>>> {
  return examAct(learner, id, async exam => {
    await closeNow(exam)
    // The exam is over, whatever becomes of grading: what fails now is graded by `watchExams`.
    await gradeExam(id).catch(error => console.error(`Exam ${id} is not graded yet:`, error))
    return { ok: true }
  })
}
