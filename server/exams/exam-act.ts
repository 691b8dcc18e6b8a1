import 'server-only'
import type { Answer } from '../attempts/answer.ts'
import { examOver, ourFault, refusalOf, refused, tooFast } from '../attempts/refusals.ts'
import { house } from '../house.ts'
import { type StoredExam, stateOf, storedExam } from './stored-exam.ts'

export const noExam = refused('not-found', 'There is no such exam.')
export const noTask = refused('not-found', 'There is no such task in this exam.')

/** An act on an exam that runs, with the exam as it is stored now. After its end it is refused as `over`. */
export function examAct<T>(
  learner: string,
  id: string,
  answer: (exam: StoredExam) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  return examGuard(learner, id, async () => {
    const exam = await storedExam(learner, id)
    if (exam === undefined) return noExam
    return stateOf(exam) === 'running' ? answer(exam) : examOver
  })
}

/** Spares others a learner who sends too much, and turns trouble into sentences. */
export async function examGuard<T>(learner: string, id: string, answer: () => Promise<Answer<T>>): Promise<Answer<T>> {
  return house().acts.take(learner) ? untroubled(id, answer) : tooFast
}

/** Turns trouble into sentences; for what is counted by the act that it leads to. */
export async function untroubled<T>(id: string, answer: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await answer()
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined || refusal.refused === 'unavailable') console.error(`Exam ${id}:`, error)
    return refusal ?? ourFault
  }
}
