'use client'

import Link from 'next/link'

/** The lab could not be opened. Nothing that was saved is lost by it. */
export default function LabError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main className="page" id="main">
      <div className="state">
        <h1>This lab could not be opened</h1>
        <p>The error is ours. Every step that was saved is safe.</p>
        <p className="row">
          <button className="btn btn-primary" type="button" onClick={reset}>
            Open the lab again
          </button>
          <Link className="btn" href="/labs">
            All labs
          </Link>
        </p>
        {error.digest && <p className="meta">Number of the error: {error.digest}</p>}
      </div>
    </main>
  )
}
