import type { Metadata } from 'next'
import Link from 'next/link'
import { SitePage } from '#components/site/site-page.tsx'
import { counted } from '#components/ui/amounts.ts'
import { currentLearner } from '#server/learner.ts'
import { progressOf } from '#server/progress.ts'
import { deleteMine } from './actions.ts'

export const metadata: Metadata = { title: 'Delete everything of mine' }

/** The question before the act. A page, not a dialog: it works without a script, and nobody meets it by accident. */
export default async function DeletePage() {
  const { recent } = await progressOf(await currentLearner())
  const attempts = recent.reduce((sum, it) => sum + it.attempts, 0)
  return (
    <SitePage section="progress">
      <div className="state">
        <h1>Delete everything of mine?</h1>
        <p className="lede">
          {attempts > 0
            ? `This deletes ${counted(attempts, 'attempt')} at ${counted(recent.length, 'lab')}, with every step, check and hint. `
            : 'Nothing of yours is stored so far but a random number that tells you from others. '}
          This cannot be undone.
        </p>
        <p className="yours">
          <a href="/progress/export" download>
            Save it as a file
          </a>{' '}
          first, if you may want it again.
        </p>
        <form action={deleteMine} className="acts">
          <Link className="btn" href="/progress">
            Keep everything
          </Link>
          <button className="btn btn-danger" type="submit">
            Delete everything of mine
          </button>
        </form>
      </div>
    </SitePage>
  )
}
