import type { Metadata } from 'next'
import Link from 'next/link'
import { SitePage } from '#components/site/site-page.tsx'

export const metadata: Metadata = { title: 'Deleted' }

export default function DeletedPage() {
  return (
    <SitePage section="progress">
      <div className="state">
        <h1>Everything of yours is deleted.</h1>
        <p className="lede">Your attempts, checks and hints are gone, and this browser is a new learner.</p>
        <div className="acts">
          <Link className="btn btn-primary" href="/labs">
            Go to the labs
          </Link>
        </div>
      </div>
    </SitePage>
  )
}
