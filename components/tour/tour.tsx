'use client'

import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useAttempt } from '../workbench/store.ts'
import { tourHasCome } from './once.ts'
import { placeBeside } from './place.ts'
import { tourSteps } from './steps.ts'
import './tour.css'

/**
 * Four sentences beside the things they are about. It takes neither the focus nor a key but Escape, which ends it for good:
 * whoever knows the way goes on working.
 */
export function Tour({ onEnd }: { onEnd(): void }) {
  const { store } = useAttempt()
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const box = useRef<HTMLElement>(null)
  const step = tourSteps[at]

  useEffect(tourHasCome, [])

  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      onEnd()
    }
    addEventListener('keydown', pressed, true)
    return () => removeEventListener('keydown', pressed, true)
  }, [onEnd])

  useEffect(() => {
    if (step === undefined) return
    store.change({ do: 'pane', pane: step.pane })
    // A status that is there before its words is announced.
    setSaid(`Tour, step ${at + 1} of ${tourSteps.length}. ${step.title} ${step.text} Escape ends the tour.`)
  }, [store, step, at])

  useLayoutEffect(() => {
    const target = step && document.querySelector(step.target)
    if (!step || !target || !box.current) return
    const own = box.current
    const put = () => {
      const within = { width: innerWidth, height: innerHeight }
      const { x, y } = placeBeside(target.getBoundingClientRect(), step.side, own.getBoundingClientRect(), within)
      own.style.setProperty('--x', `${x}px`)
      own.style.setProperty('--y', `${y}px`)
    }
    const observer = new ResizeObserver(put)
    observer.observe(target)
    observer.observe(document.documentElement)
    put()
    return () => observer.disconnect()
  }, [step])

  if (step === undefined) return null
  const last = at === tourSteps.length - 1
  return (
    <>
      <p className="vh" role="status">
        {said}
      </p>
      <section
        ref={box}
        className="tour"
        role="dialog"
        aria-label={`Tour, step ${at + 1} of ${tourSteps.length}`}
        data-side={step.side}
      >
        <b>{step.title}</b>
        <p>{step.text}</p>
        <div className="tour-row">
          <span className="num">
            {at + 1} of {tourSteps.length}
          </span>
          <span className="grow" />
          <button className="btn btn-xs" type="button" onClick={onEnd}>
            End tour
          </button>
          {!last && (
            <button className="btn btn-xs" type="button" onClick={() => setAt(at + 1)}>
              Next
            </button>
          )}
        </div>
      </section>
    </>
  )
}
