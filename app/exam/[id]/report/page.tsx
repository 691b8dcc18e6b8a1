import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { Grading } from '#components/exam/report/grading.tsx'
import { ReportView } from '#components/exam/report/report-view.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { listExams } from '#server/exams/list-exams.ts'
import { currentLearner } from '#server/learner.ts'
import { retake } from './actions.ts'
import { reportNames } from './report-names.ts'
import { reported } from './reported.ts'

type Props = PageProps<'/exam/[id]/report'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const report = await reported((await params).id)
  return { title: typeof report === 'object' && report ? `Report: ${report.title}` : 'Report of an exam' }
}

export default async function ExamReportPage({ params }: Props) {
  const { id } = await params
  const report = await reported(id)
  if (report === null) notFound()
  if (report === 'running') redirect(`/exam/${id}`)
  if (report === 'grading')
    return (
      <SitePage section="exam">
        <Grading />
      </SitePage>
    )
  const [names, { cards, earlier }] = await Promise.all([reportNames(), currentLearner().then(listExams)])
  // A retake bears its blueprint's id too, and another title: its tasks are others.
  const same = (it: { readonly title: string }) => it.title === report.title
  return (
    <SitePage section="exam">
      <ReportView
        report={report}
        names={names}
        attempts={earlier.filter(it => it.blueprint === report.blueprint && same(it))}
        offered={cards.some(it => it.id === report.blueprint && same(it))}
        retake={retake.bind(null, report.id)}
        now={Date.now()}
      />
    </SitePage>
  )
}
