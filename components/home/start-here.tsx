import Link from 'next/link'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import { Icon } from '../ui/icon.tsx'

interface StartHereProps {
  readonly lab: LabCard | undefined
  readonly lesson: { readonly slug: string } | undefined
}

/** What this is, and the two ways in. */
export function StartHere({ lab, lesson }: StartHereProps) {
  return (
    <>
      <h1>Practise for the CKS exam, and learn why.</h1>
      <p className="lede">
        Lessons, and labs with an editor and a terminal, all against a simulated cluster. A check asks what the cluster
        would do with your work, and shows the line that decided.
      </p>
      <div className="acts">
        {lab && (
          <Link className="btn btn-primary btn-lg" href={`/labs/${lab.id}`} prefetch={false}>
            Start the first lab <Icon name="arrow-right" />
          </Link>
        )}
        {lesson && (
          <Link className="btn btn-lg" href={`/lessons/${lesson.slug}`}>
            Read a lesson
          </Link>
        )}
        <span className="muted">No account needed.</span>
      </div>
    </>
  )
}
