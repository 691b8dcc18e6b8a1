import Link from 'next/link'
import { SitePage } from '#components/site/site-page.tsx'

/** A lab of the exam that is running answers nothing as practice. */
export function InExam() {
  return (
    <SitePage>
      <div className="state">
        <h1>This lab is a task of the exam that is running.</h1>
        <p className="lede">It opens again when the exam is over.</p>
        <div className="acts">
          <Link className="btn btn-primary" href="/exam">
            Go to the exam
          </Link>
        </div>
      </div>
    </SitePage>
  )
}
