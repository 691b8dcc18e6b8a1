import Link from 'next/link'
import { SitePage } from '../site/site-page.tsx'

/** What Studio is to who is no instructor. */
export function NotInstructor() {
  return (
    <SitePage section="studio">
      <div className="state">
        <h1>Studio</h1>
        <p className="lede">
          Packs are brought, proved and removed here, and their answers can be read. So only an instructor may come in.
        </p>
        <div className="acts">
          <Link className="btn btn-primary" href="/instructor">
            Sign in as an instructor
          </Link>
        </div>
      </div>
    </SitePage>
  )
}
