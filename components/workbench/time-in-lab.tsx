'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../ui/icon.tsx'

/** Time spent with this attempt in view; remembered by the browser. Practice has no limit, so nobody else needs it. */
export function TimeInLab({ attempt }: { attempt: string }) {
  const [seconds, setSeconds] = useState<number | null>(null)
  useEffect(() => {
    const place = `breakwater:time:${attempt}`
    let spent = stored(place)
    setSeconds(spent)
    const timer = setInterval(() => {
      if (document.visibilityState !== 'visible') return
      setSeconds(++spent)
      keep(place, spent)
    }, 1000)
    return () => clearInterval(timer)
  }, [attempt])
  return (
    <span className="clock" title="Time in this lab. Practice has no limit.">
      <Icon name="clock" />
      <span className="vh">Time in this lab: </span>
      <span className="num">{seconds === null ? '0:00' : asClock(seconds)}</span>
    </span>
  )
}

function asClock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const hours = Math.floor(seconds / 3600)
  const minutes = Math.floor(seconds / 60) % 60
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function stored(place: string): number {
  try {
    return Number(localStorage.getItem(place)) || 0
  } catch {
    return 0
  }
}

function keep(place: string, seconds: number) {
  try {
    localStorage.setItem(place, String(seconds))
  } catch {
    // Storage may be closed to us: then the time starts anew with the page.
  }
}
