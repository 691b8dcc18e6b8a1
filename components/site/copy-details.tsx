'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'

/** Copies lines for a bug report and says so in its own place for two seconds. */
export function CopyDetails({ text }: { text: string }) {
  const [said, setSaid] = useState<string>()

  useEffect(() => {
    if (said === undefined) return
    const timer = setTimeout(() => setSaid(undefined), 2000)
    return () => clearTimeout(timer)
  }, [said])

  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setSaid('Copied'),
      () => setSaid('The browser does not allow it'),
    )

  return (
    <button type="button" className="btn btn-quiet" onClick={copy}>
      <Icon name={said === 'Copied' ? 'tick' : 'copy'} />
      <span aria-live="polite">{said ?? 'Copy the details'}</span>
    </button>
  )
}
