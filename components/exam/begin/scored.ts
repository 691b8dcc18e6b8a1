import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import type { ScoredExam } from '../report/score-plot.tsx'

/** Those that are graded. */
export function scored(exams: readonly ExamSummary[]): readonly ScoredExam[] {
  return exams.flatMap(exam => {
    const { score, passed } = exam
    return score === undefined || passed === undefined ? [] : [{ ...exam, score, passed }]
  })
}
