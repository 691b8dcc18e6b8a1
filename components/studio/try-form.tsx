'use client'

import { useActionState } from 'react'
import { Glyph } from '../ui/glyph.tsx'

/** Leads into the lab, or says why that is not possible. */
export type TryLab = (before: string | null, form: FormData) => Promise<string | null>

/** Opens a lab as a learner meets it. */
export function TryForm({ lab, offered, go }: { lab: string; offered: boolean; go: TryLab }) {
  const [refusal, act, busy] = useActionState(go, null)
  return (
    <form action={act} className="st-try">
      <input type="hidden" name="lab" value={lab} />
      <button className="btn" type="submit" disabled={!offered} aria-busy={busy}>
        Try as a learner
      </button>
      <span role="status">
        {refusal !== null && (
          <>
            <Glyph name="warning" /> {refusal}
          </>
        )}
      </span>
    </form>
  )
}
