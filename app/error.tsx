'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect } from 'react'
import { Fault } from '#components/site/fault.tsx'
import { faultDetails } from '#components/site/fault-details.ts'
import { SitePage } from '#components/site/site-page.tsx'

interface ErrorProps {
  readonly error: Error & { digest?: string }
  readonly reset: () => void
}

export default function ErrorPage({ error, reset }: ErrorProps) {
  const router = useRouter()
  useEffect(() => console.error(error), [error])
  const retry = () =>
    startTransition(() => {
      router.refresh()
      reset()
    })
  return (
    <SitePage>
      <Fault
        title="This page could not be shown."
        lead="The error is ours. Everything you did up to the last saved step is kept."
        details={faultDetails(error)}
        onRetry={retry}
      />
    </SitePage>
  )
}
