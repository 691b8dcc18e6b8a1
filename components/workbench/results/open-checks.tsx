import type { CheckTitle } from '#engine/grade/report.ts'
import { Glyph } from '../../ui/glyph.tsx'
import { Words } from './words.tsx'

/** Before the first check: what will be asked, and what it is worth. */
export function OpenChecks({ checks }: { checks: readonly CheckTitle[] }) {
  return (
    <>
      <p className="results-none">No checks yet. Check your work when you think a part is done.</p>
      {checks.map(({ id, title, points, guard }) => (
        <article className="res" key={id}>
          <div className="res-top">
            <Glyph name="open" label="Open" />
            <h3 className="res-name">
              <Words text={title} /> {guard && <span className="meta">guard, earns nothing alone</span>}
            </h3>
            {points > 0 && <span className="pts pts-none">{points === 1 ? '1 point' : `${points} points`}</span>}
          </div>
        </article>
      ))}
    </>
  )
}
