import { useEffect, useState } from 'react'
import type { DrawerContents } from './drawn.ts'

let kept: Promise<DrawerContents> | undefined

/** Fetched once for the visit; a fetch that failed is tried again the next time. */
function fetched(): Promise<DrawerContents> {
  kept ??= fetch('/api/documents')
    .then(answer =>
      answer.ok ? (answer.json() as Promise<DrawerContents>) : Promise.reject(new Error('no documents')),
    )
    .catch(problem => {
      kept = undefined
      throw problem
    })
  return kept
}

/** The documents; `null` until they have come, `'missing'` when they do not come. `retry` asks again. */
export function useContents(): { readonly contents: DrawerContents | 'missing' | null; readonly retry: () => void } {
  const [contents, setContents] = useState<DrawerContents | 'missing' | null>(null)
  const [tries, setTries] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks again
  useEffect(() => {
    let closed = false
    setContents(null)
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
