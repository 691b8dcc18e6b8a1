import Link from 'next/link'
import type { ExtraTime } from '#engine/grade/exam/exam-view.ts'
import { Glyph } from '../../ui/glyph.tsx'
import type { Running } from './running-exam.tsx'

interface ChosenProps {
  readonly seed: string
  readonly extra: ExtraTime
  readonly running?: Running | undefined
}

/** What was chosen on the way here, and what stands against starting, or against this screen. */
export function Chosen({ seed, extra, running }: ChosenProps) {
  return (
    <>
      {(seed !== '' || extra > 0) && (
        <p className="ex-chosen">
          {seed !== '' && (
            <span>
              Word of the class: <b>{seed}</b>
            </span>
          )}
          {extra > 0 && <span>{extra} % more time</span>}
          <Link href="/exam">Change</Link>
        </p>
      )}
      {running && (
        <p className="ex-wide">
          <Glyph name="warning" /> “{running.title}” is running, and only one exam can.{' '}
          <Link href={`/exam/${running.id}`} prefetch={false}>
            Go on with the exam
          </Link>
        </p>
      )}
      <p className="ex-wide ex-phone">
        <Glyph name="info" /> The exam was made for a wide screen. On this one it shows one pane at a time.
      </p>
    </>
  )
}
