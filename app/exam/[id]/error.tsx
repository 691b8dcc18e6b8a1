'use client'

import { useEffect } from 'react'
import { Glyph } from '#components/ui/glyph.tsx'

interface ErrorProps {
  readonly error: Error & { digest?: string }
}

/** Loading the page anew is the one way on: the exam is as the server stored it, and so is its clock. */
export default function ExamError({ error }: ErrorProps) {
  useEffect(() => console.error(error), [error])
  return (
    <main className="state" id="main">
      <p>
        <Glyph name="ungraded" /> <b>Fault</b> <span className="meta">in Breakwater, not in your work</span>
      </p>
      <h1>The exam could not be shown.</h1>
      <p className="lede">
        The error is ours. Everything you did up to the last saved step is kept, and the clock goes on.
      </p>
      <div className="acts">
        <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
          Open the exam again
        </button>
      </div>
      {error.digest !== undefined && <p className="meta">{error.digest}</p>}
    </main>
  )
}
