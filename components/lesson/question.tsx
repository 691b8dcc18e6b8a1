'use client'

import { type ReactNode, useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'

interface QuestionProps {
  readonly id: string
  readonly prompt: ReactNode
  readonly choices: readonly { readonly text: ReactNode; readonly right: boolean }[]
  readonly why: ReactNode
}

/** A self-check: choosing answers it, and another choice answers again. Nothing is counted and nothing is sent. */
export function Question({ id, prompt, choices, why }: QuestionProps) {
  const [chosen, choose] = useState<number>()
  const right = chosen !== undefined && choices[chosen]?.right === true
  return (
    <fieldset className="quiz" id={`question-${id}`}>
      <legend>{prompt}</legend>
      <div className="pick">
        {choices.map(({ text }, at) => (
          // The choices of a question never change places.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <label key={at}>
            <input type="radio" name={`question-${id}`} checked={chosen === at} onChange={() => choose(at)} />
            <span>{text}</span>
          </label>
        ))}
      </div>
      <div role="status">
        {chosen !== undefined && (
          <div className={right ? 'note note-pass' : 'note note-miss'}>
            <Glyph name={right ? 'earned' : 'missed'} />
            <div className="note-text">
              <b>{right ? 'Right.' : 'Not this one.'}</b> {why}
            </div>
          </div>
        )}
      </div>
    </fieldset>
  )
}
