'use client'

import { useActionState } from 'react'
import { Glyph } from '../../ui/glyph.tsx'

/** Leads on when the token is right, else the sentence that says why not. */
export type SignIn = (before: string | null, form: FormData) => Promise<string | null>

export function TokenForm({ signIn }: { signIn: SignIn }) {
  const [refusal, act, busy] = useActionState(signIn, null)
  return (
    <form action={act} className="ex-give">
      <p className="field">
        <label htmlFor="token">Token</label>
        <input
          className="input mono"
          id="token"
          name="token"
          type="password"
          required
          autoComplete="current-password"
          aria-invalid={refusal !== null}
          aria-describedby="token-said"
        />
      </p>
      <button className="btn btn-primary" type="submit" aria-disabled={busy} aria-busy={busy}>
        Sign in
      </button>
      <p className="ex-said" id="token-said" role="alert">
        {refusal !== null && (
          <>
            <Glyph name="warning" /> {refusal}
          </>
        )}
      </p>
    </form>
  )
}
