import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { counts } from './costliest.ts'
import { pointsOf } from './score-words.ts'
import { spelled } from './time-words.ts'

const MINUTE = 60_000

interface ExamFactsProps {
  readonly report: ExamReport
  /** The exam can be begun as it was, so that its word of the class gives the same tasks. */
  readonly offered: boolean
}

/** How the exam was sat, and what of it the score leaves out. */
export function ExamFacts({ report, offered }: ExamFactsProps) {
  const { minutes, extra, ended, seed, leftOut, tasks, startedAt, endedAt } = report
  const all = minutes * MINUTE * (1 + extra / 100)
  const apart = tasks.filter(it => !counts(it)).map(it => `task ${it.number}`)
  return (
    <>
      <p className="rep-facts">
        {ended === 'clock'
          ? `The clock ended it after ${spelled(all)}. `
          : `You ended it after ${spelled(endedAt - startedAt)} of ${spelled(all)}. `}
        {extra > 0 &&
          `An instructor gave ${extra} % more time: ${spelled(all)} instead of ${spelled(minutes * MINUTE)}. `}
        {offered && (
          <>
            Word of the class: <code>{seed}</code>. Who begins this exam with it gets the same tasks.
          </>
        )}
      </p>
      {leftOut > 0 && (
        <div className="note note-plain rep-note">
          <Glyph name="ungraded" />
          <p>
            {pointsOf(leftOut)} of 100 could not be graded ({apart.join(', ')}). The error is ours;{' '}
            {leftOut === 1 ? 'it is' : 'they are'} left out, and the score is counted over the other{' '}
            {pointsOf(100 - leftOut)}.
          </p>
        </div>
      )}
    </>
  )
}
