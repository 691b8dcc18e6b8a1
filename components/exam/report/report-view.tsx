import type { ExamReport, ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { DomainScores } from './domain-scores.tsx'
import { ExamFacts } from './exam-facts.tsx'
import { ExamScores } from './exam-scores.tsx'
import { PractiseNext } from './practise-next.tsx'
import './print.css'
import './report.css'
import { ReportActs } from './report-acts.tsx'
import type { ReportNames } from './report-names.ts'
import type { RetakeSaid } from './retake-form.tsx'
import { ScoreHead } from './score-head.tsx'
import { TaskList } from './task-list.tsx'

interface ReportViewProps {
  readonly report: ExamReport
  readonly names: ReportNames
  /** Every time that this exam was sat, newest first. */
  readonly attempts: readonly ExamSummary[]
  /** The exam can be begun as it was. */
  readonly offered: boolean
  readonly retake: (before: RetakeSaid) => Promise<RetakeSaid>
  readonly now: number
}

/** What happened in an exam, and what to do about it. */
export function ReportView({ report, names, attempts, offered, retake, now }: ReportViewProps) {
  return (
    <div className="report">
      <ScoreHead report={report} />
      <ExamFacts report={report} offered={offered} />
      <div className="rep-grid">
        <DomainScores report={report} domains={names.domains} />
        <PractiseNext tasks={report.tasks} names={names} />
      </div>
      <TaskList report={report} domains={names.domains} />
      <ReportActs report={report} retake={retake} />
      {attempts.length > 1 && (
        <>
          <div className="sec-head">
            <h2>This exam so far</h2>
            <p>score of 100</p>
          </div>
          <ExamScores exams={attempts} current={report.id} title="This exam so far" now={now} />
        </>
      )}
    </div>
  )
}
