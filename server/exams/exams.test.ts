import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Answer } from '../attempts/answer.ts'
import { saveFile } from '../attempts/save-file.ts'
import { type OddHouse, openOddHouse } from '../fixtures/odd-house.ts'
import { newLearner } from '../learner-cookie.ts'
import { examReport } from './exam-report.ts'
import { finishExam } from './finish-exam.ts'
import { listExams } from './list-exams.ts'
import { pollExam } from './poll-exam.ts'
import { retakeExam, startExam } from './start-exam.ts'
import { viewExam, viewExamTask } from './view-exam.ts'

let odd: OddHouse
let learner: string

beforeAll(async () => {
  odd = await openOddHouse()
})
afterAll(() => odd.end())
beforeEach(() => {
  learner = newLearner()
})

async function given<T>(answer: Promise<Answer<T>>): Promise<T> {
  const it = await answer
  if (!it.ok) throw new Error(it.say)
  return it
}

test('an exam from its start to its report', async () => {
  const { id } = await given(startExam(learner, { blueprint: 'odd' }))
  const view = await viewExam(learner, id)
  const { task } = await given(viewExamTask(learner, { exam: id, task: 1 }))
  await given(saveFile(learner, { attempt: task.id, after: 0, host: 'base', path: '/home/wanted', text: 'x' }))
  await given(pollExam(learner, { exam: id, task: 1, notes: 0 }))
  expect(view?.tasks.length).toBe(1)
  expect((await listExams(learner)).running?.id).toBe(id)
  await given(finishExam(learner, { exam: id }))
  expect(await examReport(learner, id)).toMatchObject({ score: 100, passed: true })
  expect((await retakeExam(learner, { exam: id })).ok).toBe(false)
})
