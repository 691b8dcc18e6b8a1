import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Chosen } from '#components/exam/begin/chosen.tsx'
import { examFacts } from '#components/exam/begin/exam-facts.ts'
import { ExamRules } from '#components/exam/begin/exam-rules.tsx'
import { readExtraTime } from '#components/exam/begin/extra-time.ts'
import { ScreenTour } from '#components/exam/begin/screen-tour.tsx'
import { StartForm } from '#components/exam/begin/start-form.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { listExams } from '#server/exams/list-exams.ts'
import { isInstructor } from '#server/instructor.ts'
import { currentLearner } from '#server/learner.ts'
import { startClock } from './actions.ts'
import '#components/exam/begin/begin.css'

export const metadata: Metadata = { title: 'Before the clock starts' }

type Props = PageProps<'/exam/start/[blueprint]'>

export default async function StartPage({ params, searchParams }: Props) {
  const [{ blueprint }, query, list] = await Promise.all([params, searchParams, currentLearner().then(listExams)])
  const card = list.cards.find(it => it.id === blueprint)
  if (!card) notFound()
  const seed = typeof query.seed === 'string' ? query.seed.trim() : ''
  const extra = (await isInstructor()) ? readExtraTime(query.extra) : 0
  return (
    <SitePage section="exam">
      <h1>{card.title}</h1>
      <p className="lede">{examFacts(card, extra)} This is what you should know before the clock starts.</p>
      <Chosen seed={seed} extra={extra} running={list.running} />
      <ExamRules pass={card.pass} />
      <div className="sec-head">
        <h2>The screen</h2>
        <p>five steps; the clock does not run yet</p>
      </div>
      <ScreenTour />
      {!list.running && <StartForm blueprint={card.id} seed={seed} extra={extra} start={startClock} />}
    </SitePage>
  )
}
