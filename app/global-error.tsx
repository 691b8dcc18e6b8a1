'use client'

import '@fontsource-variable/ibm-plex-sans/standard.css'
import '@fontsource-variable/jetbrains-mono'
import './globals.css'
import { Fault } from '#components/site/fault.tsx'
import { faultDetails } from '#components/site/fault-details.ts'

interface ErrorProps {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

/** In place of the whole page: even its frame failed, so nothing of it is used here. */
export default function GlobalError({ error }: ErrorProps) {
  return (
    <html lang="en">
      <body>
        <title>This page could not be shown · Breakwater</title>
        <main className="page" id="main">
          <Fault
            title="This page could not be shown."
            lead="The error is ours. Everything you did up to the last saved step is kept."
            details={faultDetails(error)}
            onRetry={() => location.reload()}
          />
        </main>
      </body>
    </html>
  )
}
