import Link from 'next/link'
import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { ExamScores } from '../exam/report/exam-scores.tsx'

/** Every exam that is over, against its pass mark; before the first one, what an exam is. */
export function ExamsSoFar({ exams, now }: { exams: readonly ExamSummary[]; now: number }) {
  return (
    <>
      <div className="sec-head">
        <h2>Exams so far</h2>
        <p>score of 100</p>
      </div>
      {exams.length > 0 ? (
        <ExamScores exams={exams} title="Exams so far" now={now} />
      ) : (
        <p className="muted yours">
          No exams yet. A mock exam has a clock that does not stop. <Link href="/exam">Go to the exams</Link>
        </p>
      )}
    </>
  )
}
