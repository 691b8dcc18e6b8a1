'use client'

import { useEffect, useState } from 'react'
import { leftSentence } from '../screen/clock.ts'

/** The minutes left, counted on from the server's time by a clock that nobody can change. */
export function TimeLeft({ now, endsAt }: { now: number; endsAt: number }) {
  const [left, setLeft] = useState(endsAt - now)
  useEffect(() => {
    const from = performance.now()
    const count = () => setLeft(Math.max(0, endsAt - now - (performance.now() - from)))
    const timer = setInterval(count, 5_000)
    return () => clearInterval(timer)
  }, [now, endsAt])
  return <span className="num">{left > 0 ? leftSentence(left) : 'Its time is over.'}</span>
}
