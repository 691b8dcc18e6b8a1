import type { Metadata } from 'next'
import { ExamList } from '#components/exam/begin/exam-list.tsx'
import { RunningExam } from '#components/exam/begin/running-exam.tsx'
import { ExamScores } from '#components/exam/report/exam-scores.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { listExams } from '#server/exams/list-exams.ts'
import { isInstructor } from '#server/instructor.ts'
import { currentLearner } from '#server/learner.ts'
import '#components/exam/begin/begin.css'

export const metadata: Metadata = { title: 'Mock exams' }

export default async function ExamsPage() {
  const [{ cards, running, earlier }, instructor] = await Promise.all([
    currentLearner().then(listExams),
    isInstructor(),
  ])
  return (
    <SitePage section="exam">
      <h1>Mock exams</h1>
      <p className="lede">
        Tasks against a clock, as in the real exam: no checks, no hints, and a report of what happened at the end.
      </p>
      {running && <RunningExam exam={running} />}
      <div className="sec-head">
        <h2>Begin an exam</h2>
        <p>rules and a tour come before the clock starts</p>
      </div>
      <ExamList cards={cards} instructor={instructor} running={running !== undefined} />
      {earlier.length > 0 && (
        <>
          <div className="sec-head">
            <h2>Earlier exams</h2>
          </div>
          <ExamScores exams={earlier} title="Earlier exams" now={Date.now()} />
        </>
      )}
      {earlier.length === 0 && !running && (
        <div className="empty ex-none">
          <b>No exams yet.</b>
          <span>A mock exam takes half an hour or an hour, and its clock does not stop.</span>
        </div>
      )}
    </SitePage>
  )
}
