'use client'

import { useRouter } from 'next/navigation'
import { lazy, Suspense, startTransition, useEffect } from 'react'
import { faultTitle } from '#components/site/fault-words.ts'

// Every page carries this file, so what it shows is loaded only when it is shown.
const FaultPage = lazy(() => import('#components/site/fault-page.tsx').then(it => ({ default: it.FaultPage })))

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
    <Suspense fallback={<p>{faultTitle}</p>}>
      <FaultPage error={error} onRetry={retry} />
    </Suspense>
  )
}
