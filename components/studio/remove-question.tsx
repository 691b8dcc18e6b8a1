'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import { sayOf } from './read-rows.ts'

interface RemoveQuestionProps {
  /** Its title. */
  readonly pack: string
  readonly id: string
  readonly hash: string
  /** The version's own name. */
  readonly version: string
  /** What learners get afterwards, as a sentence. */
  readonly afterwards: string
  /** The way back. */
  readonly back: string
}

/** The question before an installed version goes, and what stays. */
export function RemoveQuestion({ pack, id, hash, version, afterwards, back }: RemoveQuestionProps) {
  const router = useRouter()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string>()
  const remove = async () => {
    if (busy) return
    setBusy(true)
    try {
      const response = await fetch(`/api/packs/${id}?version=${hash}`, { method: 'DELETE' })
      if (response.ok) {
        router.push('/studio')
        router.refresh()
        return
      }
      setRefusal(await sayOf(response))
    } catch {
      setRefusal('The server did not answer. Is it still running?')
    }
    setBusy(false)
  }
  return (
    <div className="state">
      <h1>
        Remove version {version} of “{pack}”?
      </h1>
      <p className="lede">
        Attempts that were begun with it stay as they are: they can be read, and gone on with. {afterwards}
      </p>
      <div className="acts">
        <Link className="btn" href={back}>
          Keep it
        </Link>
        <button type="button" className="btn btn-danger" onClick={remove} aria-disabled={busy} aria-busy={busy}>
          Remove it
        </button>
      </div>
      <p className="st-said" role="alert">
        {refusal !== undefined && (
          <>
            <Glyph name="warning" /> {refusal}
          </>
        )}
      </p>
    </div>
  )
}
