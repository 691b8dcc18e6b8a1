'use client'

import type { ProofRun } from '#engine/grade/pack-view.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import type { UseProof } from './use-proof.ts'

interface ProofBarProps {
  readonly proof: UseProof
  /** A proof of something else, which has to end first. */
  readonly other: ProofRun | undefined
}

/** How far a proof is, how it ended, or why it does not begin. Always there, so that nothing below it jumps. */
export function ProofBar({ proof: { live, busy, refusal, stop }, other }: ProofBarProps) {
  const { going, ended } = live
  return (
    <div className="st-bar">
      {going && (
        <>
          <progress max={Math.max(1, going.attempts)} value={going.tried} aria-label="Attempts tried" />
          <span className="num">
            {going.tried} of {counted(going.attempts, 'attempt')}
          </span>
          <button type="button" className="btn btn-sm" onClick={stop}>
            Stop
          </button>
        </>
      )}
      {!going && other && !ended && (
        <>
          <span className="meta">
            A proof of {other.lab === undefined ? other.pack : `${other.pack}/${other.lab}`} is running.
          </span>
          <button type="button" className="btn btn-sm" onClick={stop}>
            Stop it
          </button>
        </>
      )}
      <p role="status">
        {refusal !== undefined ? (
          <>
            <Glyph name="warning" /> {refusal}
          </>
        ) : busy && !going ? (
          'The proof begins.'
        ) : going ? (
          <span className="vh">The proof is running.</span>
        ) : (
          ended && (
            <>
              <Glyph name={ended.holds ? 'earned' : ended.cancelled ? 'open' : 'missed'} /> {endWords(ended)}
            </>
          )
        )}
      </p>
    </div>
  )
}

function endWords({ holds, cancelled, say }: NonNullable<UseProof['live']['ended']>): string {
  if (say !== undefined) return say
  if (cancelled) return 'The proof was stopped. What was tried is kept.'
  return holds ? 'The proof holds.' : 'The proof does not hold. What differs is marked.'
}
