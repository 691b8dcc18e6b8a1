import type { Metadata } from 'next'
import Link from 'next/link'
import { TokenForm } from '#components/exam/begin/token-form.tsx'
import { SitePage } from '#components/site/site-page.tsx'
import { instructorState } from '#server/instructor.ts'
import { signIn, signOut } from './actions.ts'
import '#components/exam/begin/begin.css'

export const metadata: Metadata = { title: 'Instructor' }

const leads = {
  everybody: 'This Breakwater answers to this machine alone, so whoever sits here is an instructor.',
  in: 'You are signed in as an instructor.',
  out: 'Type the token that the server was started with. This browser is an instructor for twelve hours then.',
  closed:
    'Nobody can be an instructor here: the server was started without BREAKWATER_INSTRUCTOR_TOKEN. Set it to 16 characters or more, and start the server again.',
} as const

export default async function InstructorPage() {
  const state = await instructorState()
  return (
    <SitePage>
      <div className="state">
        <h1>Instructor</h1>
        <p className="lede">{leads[state]}</p>
        {state === 'out' && <TokenForm signIn={signIn} />}
        {(state === 'in' || state === 'everybody') && (
          <div className="acts">
            <Link className="btn btn-primary" href="/exam/time">
              Give a candidate more time
            </Link>
            {state === 'in' && (
              <form action={signOut}>
                <button className="btn" type="submit">
                  Sign out
                </button>
              </form>
            )}
          </div>
        )}
      </div>
    </SitePage>
  )
}
