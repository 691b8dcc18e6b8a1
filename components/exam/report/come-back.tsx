'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { pauseBefore } from './come-back-pause.ts'

/** Asks for the page again until it is another one, less and less often. */
export function ComeBack() {
  const { refresh } = useRouter()
  useEffect(() => {
    let asked = 0
    let timer = setTimeout(ask, pauseBefore(asked))
    function ask() {
      refresh()
      asked += 1
      timer = setTimeout(ask, pauseBefore(asked))
    }
    return () => clearTimeout(timer)
  }, [refresh])
  return null
}
