'use client'

import { Fault } from './fault.tsx'
import { faultDetails } from './fault-details.ts'
import { faultLead, faultTitle } from './fault-words.ts'
import { SitePage } from './site-page.tsx'

interface FaultPageProps {
  readonly error: Error & { digest?: string }
  readonly onRetry: () => void
}

/** A whole page in place of one that could not be shown. */
export function FaultPage({ error, onRetry }: FaultPageProps) {
  return (
    <SitePage>
      <Fault title={faultTitle} lead={faultLead} details={faultDetails(error)} onRetry={onRetry} />
    </SitePage>
  )
}
