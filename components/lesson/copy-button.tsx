'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'

interface CopyButtonProps {
  /** What is copied, or what makes it. A text that cannot be made is a sentence on why, in `refused`. */
  readonly text: string | (() => Promise<string | { readonly refused: string }>)
  readonly label?: string
  readonly disabled?: boolean
}

/** Copies a text and says so for two seconds, in place and to screen readers. */
export function CopyButton({ text, label = 'Copy', disabled }: CopyButtonProps) {
  const [said, say] = useState<string>()
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => say(undefined), 2000)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    const made = typeof text === 'string' ? text : await text()
    if (typeof made !== 'string') return say(made.refused)
    const copied = await navigator.clipboard.writeText(made).then(
      () => true,
      () => false,
    )
    say(copied ? 'Copied' : 'Not copied')
  }

  return (
    <>
      <button className="btn btn-quiet btn-xs" type="button" onClick={copy} disabled={disabled}>
        <Icon name="copy" />
        {said ?? label}
      </button>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}
