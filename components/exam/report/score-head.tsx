import Link from 'next/link'
import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { Gauge } from './gauge.tsx'
import { scoreWords } from './score-words.ts'
import { spelled } from './time-words.ts'

const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
})

/** Which exam, and its score against the pass mark. */
export function ScoreHead({ report }: { report: ExamReport }) {
  const { title, pass, startedAt, endedAt, ended } = report
  const words = scoreWords(report)
  const after = spelled(endedAt - startedAt)
  return (
    <>
      <nav className="crumbs" aria-label="Breadcrumb">
        <Link href="/exam">Exams</Link>
        <span aria-hidden="true">/</span>
        <span>
          {title}, {dayAndTime.format(startedAt)}, {ended === 'clock' ? 'ended by the clock' : 'finished'} after {after}
        </span>
      </nav>
      <div className="score">
        <div>
          <h1 className="vh">
            {title}: {words.verdict.toLowerCase()} with {words.shown} of 100
          </h1>
          <p className="score-n num">
            {words.shown}
            <small> of 100</small>
          </p>
        </div>
        <div>
          <Gauge words={words} pass={pass} />
        </div>
      </div>
    </>
  )
}
