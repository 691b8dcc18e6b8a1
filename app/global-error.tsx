'use client'

import './globals.css'
import { faultLead, faultTitle } from '#components/site/fault-words.ts'

/** In place of the whole page: even its frame failed, so this stands by itself and loads nothing more. */
export default function GlobalError() {
  return (
    <html lang="en">
      <body>
        <title>{`${faultTitle} · Breakwater`}</title>
        <main className="page" id="main">
          <h1>{faultTitle}</h1>
          <p className="lede">{faultLead}</p>
          <button type="button" className="btn btn-primary" onClick={() => location.reload()}>
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}
