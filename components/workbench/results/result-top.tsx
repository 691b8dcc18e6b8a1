import type { Verdict } from '#engine/grade/report.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { Points } from '../../ui/points.tsx'
import { Words } from './words.tsx'

const shapes = {
  pass: ['earned', 'Earned'],
  miss: ['missed', 'Missed'],
  ungraded: ['ungraded', 'Could not be graded'],
} as const satisfies Record<string, readonly [GlyphName, string]>

/** A check's line: shape, title, points. `level` is the heading's, for the page it stands on. */
export function ResultTop({ verdict, level: Heading = 'h3' }: { verdict: Verdict; level?: 'h3' | 'h4' }) {
  const { title, outcome, guard, points, earned } = verdict
  const holds = guard && outcome.result === 'pass'
  const [shape, word] = holds ? (['guard', 'Guard holds'] as const) : shapes[outcome.result]
  return (
    <div className="res-top">
      <Glyph name={shape} label={word} />
      <Heading className="res-name">
        <Words text={title} /> {holds && <span className="meta">{earned === 0 && 'guard, earns nothing alone'}</span>}
      </Heading>
      {outcome.result === 'ungraded' ? (
        <span className="pts pts-none">not counted</span>
      ) : holds && earned === 0 ? (
        <span className="pts pts-none">holds</span>
      ) : (
        <Points got={earned} of={points} />
      )}
    </div>
  )
}
