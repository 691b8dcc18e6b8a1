'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { Icon } from '../../ui/icon.tsx'
import { asClock, type Stage, stageAt } from './clock.ts'
import { useExam, useExamState } from './exam-store.ts'

const words: Readonly<Record<Stage, string>> = {
  plain: 'left',
  'under-30': 'under 30 min',
  'under-15': 'under 15 min',
  'under-5': 'under 5 min',
}

/** The time that is left. Edge, shape and words change with it, never only the colour, and nothing blinks. */
export function Timer() {
  const { store, startedAt } = useExam()
  const left = useExamState(state => state.left)
  const hidden = useExamState(state => state.timerHidden)
  const endsAt = useExamState(state => state.head.endsAt)
  const stage = stageAt(left, endsAt - startedAt)
  return (
    <span className={`timer ${hidden ? 'timer-off' : `timer-${stage}`}`}>
      {!hidden && stage === 'under-15' && <Glyph name="warning" />}
      {!hidden && stage === 'under-5' && <Glyph name="error" />}
      {(hidden || stage === 'plain' || stage === 'under-30') && <Icon name="clock" />}
      {hidden ? (
        <span>hidden</span>
      ) : (
        <>
          <span role="timer" aria-label="Time left">
            {asClock(left)}
          </span>
          <small>{words[stage]}</small>
        </>
      )}
      <button
        type="button"
        aria-label={hidden ? 'Show the time left' : 'Hide the time left'}
        onClick={() => store.change({ do: 'timer', hidden: !hidden })}
      >
        {hidden ? 'Show' : 'Hide'}
      </button>
    </span>
  )
}
