import type { Metadata } from 'next'
import Link from 'next/link'
import { SitePage } from '#components/site/site-page.tsx'
import { WallWithGap } from '#components/site/wall-with-gap.tsx'
import { Icon } from '#components/ui/icon.tsx'

export const metadata: Metadata = { title: 'Not found' }

export default function NotFound() {
  return (
    <SitePage>
      <div className="state">
        <WallWithGap />
        <h1>There is no page at this address.</h1>
        <p className="lede">
          The lab or lesson may have been renamed. Your work is not affected: attempts are kept by lab, not by address.
        </p>
        <div className="acts">
          <Link className="btn btn-primary" href="/labs">
            Go to the labs
          </Link>
          <Link className="btn" href="/search">
            <Icon name="search" />
            Find a lab or lesson
          </Link>
        </div>
      </div>
    </SitePage>
  )
}
