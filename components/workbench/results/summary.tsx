import type { ShownReport } from '#engine/grade/attempt-view.ts'
import { DataBar } from '../../ui/data-bar.tsx'

export function Summary({ shown: { report, before } }: { shown: ShownReport }) {
  const { earned, of } = report
  return (
    <div className="sum">
      <span className="sum-big">
        {earned} <small>of {of} points</small>
      </span>
      <span>
        <DataBar share={of === 0 ? 0 : earned / of} label={`${earned} of ${of} points`} />
      </span>
      <span className="meta num">{before !== undefined && `was ${before}`}</span>
    </div>
  )
}
