'use client'

import { useActionState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'
import { extraTimes } from './extra-time.ts'

export interface TimeGiven {
  readonly ok: boolean
  /** One sentence. */
  readonly say: string
}

export type GiveTime = (before: TimeGiven | null, form: FormData) => Promise<TimeGiven>

/** An instructor types a candidate's code and chooses. What was given before is replaced. */
export function GiveTimeForm({ give }: { give: GiveTime }) {
  const [given, act, busy] = useActionState(give, null)
  return (
    <form action={act} className="ex-give">
      <p className="field">
        <label htmlFor="code">Code of the exam</label>
        <input
          className="input mono"
          id="code"
          name="code"
          required
          maxLength={16}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="K7QF-2M"
          aria-describedby="code-help"
        />
        <span className="field-help" id="code-help">
          The candidate finds it on the page Exam, beside “Go on with the exam”.
        </span>
      </p>
      <fieldset className="field">
        <legend className="label">More time</legend>
        <span className="seg">
          {extraTimes
            .filter(it => it > 0)
            .map(it => (
              <label key={it}>
                <input type="radio" name="extra" value={it} defaultChecked={it === 25} />
                {it} %
              </label>
            ))}
        </span>
      </fieldset>
      <button className="btn btn-primary" type="submit" aria-disabled={busy} aria-busy={busy}>
        Give more time
      </button>
      <p className="ex-said" role="status">
        {given && (
          <>
            <Glyph name={given.ok ? 'info' : 'warning'} /> {given.say}
          </>
        )}
      </p>
    </form>
  )
}
