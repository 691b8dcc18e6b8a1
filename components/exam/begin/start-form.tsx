'use client'

import { useActionState } from 'react'
import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { Glyph } from '../../ui/glyph.tsx'

/** Sends the browser into the exam, or says why that is not possible now. */
export type StartClock = (before: string | null, form: FormData) => Promise<string | null>

interface StartFormProps {
  readonly blueprint: string
  readonly seed: string
  readonly extra: ExtraTime
  readonly start: StartClock
}

/** The one act of the page. Drawing the tasks takes a moment, in which it is not asked for twice. */
export function StartForm({ blueprint, seed, extra, start }: StartFormProps) {
  const [refusal, act, busy] = useActionState(start, null)
  return (
    <form action={act} className="ex-start">
      <input type="hidden" name="blueprint" value={blueprint} />
      <input type="hidden" name="seed" value={seed} />
      <input type="hidden" name="extra" value={extra} />
      <div className="row">
        <button className="btn btn-primary btn-lg" type="submit" aria-disabled={busy} aria-busy={busy}>
          Start the clock
        </button>
        <span className="muted">It starts at once and does not stop.</span>
      </div>
      <p className="ex-said" role="alert">
        {refusal !== null && (
          <>
            <Glyph name="warning" /> {refusal}
          </>
        )}
      </p>
    </form>
  )
}
