'use client'

import { useNow } from '../use-now.ts'

/** "checked 12 s ago, in 41 ms"; the age is left out until the browser's clock is known. */
export function CheckedWhen({ at, milliseconds }: { at: number; milliseconds: number }) {
  const now = useNow(5000)
  return (
    <span className="meta num">
      checked {now === null ? '' : `${age(now - at)}, `}in {Math.max(1, Math.round(milliseconds))} ms
    </span>
  )
}

function age(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000)
  if (seconds < 5) return 'just now'
  if (seconds < 60) return `${seconds} s ago`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ago`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h ago`
  return `${Math.floor(seconds / 86_400)} d ago`
}
