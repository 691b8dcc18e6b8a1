'use client'

import { useState } from 'react'
import { ScreenPicture } from './screen-picture.tsx'
import { screenSteps } from './tour-steps.ts'

/** The tour before the clock starts: a picture of the screen, one part after the other marked and told of. */
export function ScreenTour() {
  const [at, setAt] = useState(0)
  const [said, setSaid] = useState('')
  const step = screenSteps[at]
  const count = screenSteps.length
  const go = (to: number) => {
    const next = screenSteps[to]
    if (!next) return
    setAt(to)
    setSaid(`Step ${to + 1} of ${count}. ${next.title}. ${next.text}`)
  }
  return (
    <section className="st-tour" aria-label="Tour of the screen">
      {step && <ScreenPicture {...step} number={at + 1} label={`The exam’s screen. Marked: ${step.where}.`} />}
      <div className="st-steps">
        <p className="vh" role="status">
          {said}
        </p>
        {/* All lie in one place, so that the buttons below do not move. */}
        <div className="st-stack">
          {screenSteps.map(({ title, text }, index) => (
            <div key={title} className={index === at ? 'st-now' : 'st-not'}>
              <h3>
                {index + 1}. {title}
              </h3>
              <p>{text}</p>
            </div>
          ))}
        </div>
        <div className="row">
          <button className="btn" type="button" aria-disabled={at === 0} onClick={() => go(at - 1)}>
            Back
          </button>
          <button className="btn" type="button" aria-disabled={at === count - 1} onClick={() => go(at + 1)}>
            Next
          </button>
          <span className="meta num">
            {at + 1} of {count}
          </span>
        </div>
      </div>
    </section>
  )
}
