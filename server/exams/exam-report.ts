import 'server-only'
import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { stateOf, storedExam } from './stored-exam.ts'

/** The report as it was stored when the exam was graded. null: no such exam, or somebody else's. */
export async function examReport(learner: string, id: string): Promise<ExamReport | 'running' | 'grading' | null> {
  const exam = await storedExam(learner, id)
  if (exam === undefined) return null
  const state = stateOf(exam)
  if (state !== 'graded') return state
  const row = await patiently(() => database().exam.findUnique({ where: { id }, select: { report: true } }))
  return row?.report ? (JSON.parse(row.report) as ExamReport) : null
}
