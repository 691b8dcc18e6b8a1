'use client'

import { useEffect } from 'react'
import { Fault } from '#components/site/fault.tsx'
import { faultDetails } from '#components/site/fault-details.ts'
import { SitePage } from '#components/site/site-page.tsx'

interface ErrorProps {
  readonly error: Error & { digest?: string }
  /** Asks the server again and draws anew. */
  readonly retry: () => void
}

export default function LabError({ error, retry }: ErrorProps) {
  useEffect(() => console.error(error), [error])
  return (
    <SitePage section="labs">
      <Fault
        title="This lab could not be opened."
        lead="The error is ours. Every step that was saved is safe."
        details={faultDetails(error)}
        onRetry={retry}
      />
    </SitePage>
  )
}
