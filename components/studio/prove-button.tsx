'use client'

import type { ReactNode } from 'react'
import type { UseProof } from './use-proof.ts'

interface ProveButtonProps {
  readonly proof: UseProof
  /** Without a lab that can be read there is nothing to prove. */
  readonly possible: boolean
  readonly children: ReactNode
}

/** Begins a proof. While one runs it keeps the focus and does nothing. */
export function ProveButton({ proof: { live, busy, start }, possible, children }: ProveButtonProps) {
  const going = busy || live.going !== undefined
  return (
    <button
      type="button"
      className="btn btn-primary"
      aria-busy={going}
      aria-disabled={going || !possible}
      onClick={() => {
        if (!going && possible) start()
      }}
    >
      {children}
    </button>
  )
}
