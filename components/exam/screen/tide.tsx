'use client'

import { tide } from './clock.ts'
import { useExam, useExamState } from './exam-store.ts'

/** The line under the header: the time that is left of the whole exam, with notches at 30, 15 and 5 minutes. */
export function Tide() {
  const { startedAt } = useExam()
  const left = useExamState(state => state.left)
  const endsAt = useExamState(state => state.head.endsAt)
  const { filled, notches } = tide(left, endsAt - startedAt)
  return (
    <div className="tide">
      <svg viewBox="0 0 1000 4" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect className="tide-t" width="1000" height="4" />
        <rect className="tide-f" width={filled} height="4" />
        {notches.map(at => (
          <rect className="tide-n" key={at} x={at - 1} width="2" height="4" />
        ))}
      </svg>
    </div>
  )
}
