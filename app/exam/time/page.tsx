import type { Metadata } from 'next'
import Link from 'next/link'
import { GiveTimeForm } from '#components/exam/begin/give-time-form.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { isInstructor } from '#server/instructor.ts'
import { giveMoreTime } from './actions.ts'
import '#components/exam/begin/begin.css'

export const metadata: Metadata = { title: 'Give more time' }

export default async function MoreTimePage() {
  const instructor = await isInstructor()
  return (
    <SitePage section="exam">
      <div className="state">
        <h1>Give a candidate more time</h1>
        {instructor ? (
          <>
            <p className="lede">
              The time is counted from the whole length of the exam, and the candidate’s clock shows it within seconds.
              It can be raised, not taken back.
            </p>
            <GiveTimeForm give={giveMoreTime} />
          </>
        ) : (
          <>
            <p className="lede">Only an instructor can do this.</p>
            <div className="acts">
              <Link className="btn btn-primary" href="/instructor">
                Sign in as an instructor
              </Link>
            </div>
          </>
        )}
      </div>
    </SitePage>
  )
}
