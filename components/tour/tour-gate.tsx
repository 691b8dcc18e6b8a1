'use client'

import dynamic from 'next/dynamic'
import { useEffect, useState } from 'react'
import { useAttempt } from '../workbench/store.ts'
import { tourMayCome } from './once.ts'

const Tour = dynamic(() => import('./tour.tsx').then(it => it.Tour), { ssr: false })

/** Lets the tour come when a learner opens a lab for the very first time; nothing of it is loaded otherwise. */
export function TourGate() {
  const { store } = useAttempt()
  const [touring, setTouring] = useState(false)
  useEffect(() => {
    const { past, report, head } = store.get()
    const fresh = past.length === 0 && head.steps === 0 && report === null
    if (fresh && tourMayCome()) setTouring(true)
  }, [store])
  return (
    touring && (
      <div data-tour>
        <Tour onEnd={() => setTouring(false)} />
      </div>
    )
  )
}
