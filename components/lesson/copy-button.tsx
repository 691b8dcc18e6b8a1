'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'

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
        <Icon name="copy" />
        {said ?? 'Copy'}
      </button>
      <span className="vh" role="status">
        {said}
      </span>
    </>
  )
}
