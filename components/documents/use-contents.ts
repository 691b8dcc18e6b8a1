import { useEffect, useState } from 'react'
import type { DrawerContents } from './drawn.ts'

/** Fetched once for the visit; what failed is tried again the next time. */
let kept: DrawerContents | null = null

async function fetched(): Promise<DrawerContents> {
  if (kept) return kept
  const answer = await fetch('/api/documents')
  if (!answer.ok) throw new Error(`/api/documents answered ${answer.status}`)
  kept = (await answer.json()) as DrawerContents
  return kept
}

/** The documents; `null` until they have come, `'missing'` when they do not come. `retry` asks again. */
export function useContents(): { readonly contents: DrawerContents | 'missing' | null; readonly retry: () => void } {
  const [contents, setContents] = useState<DrawerContents | 'missing' | null>(kept)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    let closed = false
    setContents(kept)
    fetched().then(
      it => !closed && setContents(it),
      () => !closed && setContents('missing'),
    )
    return () => {
      closed = true
    }
  }, [tries])
  return { contents, retry: () => setTries(it => it + 1) }
}
