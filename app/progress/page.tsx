import type { Metadata } from 'next'
import { DomainBars } from '#components/progress/domain-bars.tsx'
import { ExamsSoFar } from '#components/progress/exams-so-far.tsx'
import { LabHistory } from '#components/progress/lab-history.tsx'
import { NothingYet } from '#components/progress/nothing-yet.tsx'
import { SolvedChart } from '#components/progress/solved-chart.tsx'
import { domainSums, sums } from '#components/progress/sums.ts'
import { Totals } from '#components/progress/totals.tsx'
import { Yours } from '#components/progress/yours.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { curriculum } from '#packs/curriculum.ts'
import { listExams } from '#server/exams/list-exams.ts'
import { currentLearner } from '#server/learner.ts'
import { progressOf } from '#server/progress.ts'

export const metadata: Metadata = { title: 'Progress' }

export default async function ProgressPage() {
  const learner = await currentLearner()
  const [{ domains }, { labs, recent, domains: points }, { earlier }] = await Promise.all([
    curriculum(),
    progressOf(learner),
    listExams(learner),
  ])
  const solvedAt = labs.flatMap(it => it.solvedAt ?? [])
  const from = Math.min(...recent.flatMap(it => it.openedAt ?? []))
  const now = Date.now()
  return (
    <SitePage section="progress">
      <h1>Progress</h1>
      <div className="ready">
        <section aria-label="So far">
          <p className="lede">
            What you solved, when, and with how much help. How ready you are for the exam is not estimated yet.
          </p>
          {recent.length > 0 ? <Totals sums={sums(labs)} /> : <NothingYet />}
        </section>
        {solvedAt.length > 0 && <SolvedChart solvedAt={solvedAt} from={from} now={now} total={labs.length} />}
      </div>
      <ExamsSoFar exams={earlier} now={now} />
      <DomainBars domains={domainSums(domains, points)} />
      {recent.length > 0 && <LabHistory rows={recent} domains={domains} now={now} />}
      <Yours />
    </SitePage>
  )
}
