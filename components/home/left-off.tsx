import Link from 'next/link'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { LabRow } from '../labs/lab-row.ts'
import { STATE_SHAPES } from '../labs/lab-state.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Points } from '../ui/points.tsx'
import { when } from '../ui/when.ts'

export interface RecentLab extends LabRow {
  readonly lastAt?: number
}

interface LeftOffProps {
  /** Newest first; the first two are shown. */
  readonly recent: readonly RecentLab[]
  /** Domain → its number in the exam. */
  readonly numbers: ReadonlyMap<string, number>
  readonly now: number
}

/** The labs that were worked at last, each with the way back into it. */
export function LeftOff({ recent, numbers, now }: LeftOffProps) {
  return (
    <section className="resume" aria-labelledby="left-off">
      <h2 id="left-off" className="h-sm">
        Where you left off
      </h2>
      {recent.slice(0, 2).map(({ lab, state, best, lastAt }) => {
        const shape = STATE_SHAPES[state]
        return (
          <div key={lab.id} className="resume-row">
            <Glyph name={shape.glyph} label={shape.label} />
            <span>
              <b>{lab.title}</b>
              <br />
              <span className="meta">
                Lab, domain {numbers.get(lab.domain)}
                {lastAt !== undefined && `. Saved ${when(lastAt, now)}`}
              </span>
            </span>
            <Points got={best?.earned ?? 0} of={best?.of ?? lab.points} tried={best !== undefined} />
            <Link className="btn btn-sm" href={`/labs/${lab.id}`} aria-label={`Continue: ${lab.title}`}>
              Continue
            </Link>
          </div>
        )
      })}
    </section>
  )
}

/** In place of it on a first visit: what the first lab takes and asks. */
export function FirstVisit({ lab }: { lab: LabCard }) {
  return (
    <section className="resume" aria-label="The first lab">
      <p className="muted">
        About {lab.minutes} minutes. {lab.summary}
      </p>
    </section>
  )
}
