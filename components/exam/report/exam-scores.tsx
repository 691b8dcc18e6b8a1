import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { ExamTable } from './exam-table.tsx'
import { type ScoredExam, ScorePlot } from './score-plot.tsx'

interface ExamScoresProps {
  /** Newest first. */
  readonly exams: readonly ExamSummary[]
  /** The exam whose report this page is. */
  readonly current?: string
  /** What the table is called. */
  readonly title: string
  readonly now: number
}

/** Scores of several exams: a plot against the pass mark, and the same in a table. */
export function ExamScores({ exams, current, title, now }: ExamScoresProps) {
  const scored = exams.filter(isScored).toReversed()
  return (
    <div className="ex-scores">
      <ExamTable exams={exams} current={current} title={title} now={now} />
      {scored.length > 0 && <ScorePlot exams={scored} />}
    </div>
  )
}

function isScored(exam: ExamSummary): exam is ScoredExam {
  return exam.score !== undefined && exam.passed !== undefined
}
