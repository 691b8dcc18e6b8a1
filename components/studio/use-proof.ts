import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { LabProof, ProofRow } from '#engine/grade/pack-view.ts'
import { type LiveProof, withRow } from './live-proof.ts'
import { readRows, sayOf } from './read-rows.ts'

/** What a page proves: a version of a pack, or one of its labs by its folder's name. */
export interface Subject {
  readonly pack: string
  readonly version: string
  readonly lab?: string
}

export interface UseProof {
  readonly live: LiveProof
  /** Asked for and not begun yet. */
  readonly busy: boolean
  /** Why it was not begun, not stopped, or is not heard of any more. */
  readonly refusal: string | undefined
  readonly start: () => void
  readonly stop: () => void
}

const lost =
  'The connection to the server ended. The proof goes on as long as the server does; reload the page to see it.'
const away = 'The server did not answer. Is it still running?'

/** @param follow a proof of this page's subject is running already */
export function useProof(subject: Subject, labs: Readonly<Record<string, LabProof>>, follow: boolean): UseProof {
  const router = useRouter()
  const [live, setLive] = useState<LiveProof>({ labs })
  const [busy, setBusy] = useState(follow)
  const [refusal, setRefusal] = useState<string>()
  const reading = useRef<AbortController>(undefined)
  const { pack, version, lab } = subject

  const read = useCallback(
    async (init: RequestInit, gone: boolean) => {
      reading.current?.abort()
      const control = new AbortController()
      reading.current = control
      setBusy(true)
      setRefusal(undefined)
      let begun = false
      let ended = false
      try {
        const response = await fetch('/api/proof', { ...init, signal: control.signal })
        if (!response.ok || response.body === null) {
          // Who only wanted to look on came too late.
          if (!gone) setRefusal(await sayOf(response))
          else router.refresh()
          return
        }
        await readRows(response.body, rows => {
          begun = true
          ended ||= rows.some(({ kind }) => kind === 'end')
          setBusy(false)
          setLive(it => rows.reduce<LiveProof>((live, row: ProofRow) => withRow(live, row), it))
        })
        if (!ended) setRefusal(lost)
      } catch {
        if (!control.signal.aborted) setRefusal(begun ? lost : away)
      } finally {
        if (!control.signal.aborted) {
          setBusy(false)
          setLive(({ labs, ended }) => ({ labs, ...(ended && { ended }) }))
          if (ended) router.refresh()
        }
      }
    },
    [router],
  )

  useEffect(() => {
    if (follow) void read({ method: 'GET' }, true)
    return () => reading.current?.abort()
  }, [follow, read])

  return {
    live,
    busy,
    refusal,
    start: () => {
      const body = JSON.stringify({ pack, ...(version && { version }), ...(lab !== undefined && { lab }) })
      void read({ method: 'POST', headers: { 'content-type': 'application/json' }, body }, false)
    },
    stop: () => {
      fetch('/api/proof', { method: 'DELETE' }).then(
        async response => {
          if (!response.ok && response.status !== 404) setRefusal(await sayOf(response))
        },
        () => setRefusal(away),
      )
    },
  }
}
