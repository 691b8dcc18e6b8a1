import type { Metadata } from 'next'
import Link from 'next/link'
import { deletedWords } from '#components/progress/deleted-words.ts'
import { SitePage } from '#components/site/site-page.tsx'
import { listExams } from '#server/exams/list-exams.ts'
import { currentLearner } from '#server/learner.ts'
import { progressOf } from '#server/progress.ts'
import { deleteMine } from './actions.ts'

export const metadata: Metadata = { title: 'Delete everything of mine' }

/** The question before the act. A page, not a dialog: it works without a script, and nobody meets it by accident. */
export default async function DeletePage() {
  const learner = await currentLearner()
  const [{ recent }, { running, earlier }] = await Promise.all([progressOf(learner), listExams(learner)])
  const stored = {
    attempts: recent.reduce((sum, it) => sum + it.attempts, 0),
    labs: recent.length,
    exams: earlier.length + (running ? 1 : 0),
    running: running !== undefined,
  }
  return (
    <SitePage section="progress">
      <div className="state">
        <h1>Delete everything of mine?</h1>
        <p className="lede">{deletedWords(stored)} This cannot be undone.</p>
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
