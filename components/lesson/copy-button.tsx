'use client'

import { useEffect, useState } from 'react'

/** Copies a text and says so for two seconds, in place and to screen readers. */
export function CopyButton({ text }: { text: string }) {
  const [said, say] = useState<'Copied' | 'Not copied'>()
  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => say(undefined), 2000)
    return () => clearTimeout(timer)
  }, [said])

  async function copy() {
    const copied = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    )
    say(copied ? 'Copied' : 'Not copied')
  }

  return (
    <>
      <button className="btn btn-quiet btn-xs" type="button" onClick={copy}>
        <svg className="ic" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
          <path d="M5.5 5.5h8v8h-8z" />
          <path d="M10.5 5.25V2.5h-8v8h2.75" />
        </svg>
        {said ?? 'Copy'}
      </button>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}
