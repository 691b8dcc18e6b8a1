import type { ReactNode } from 'react'
import type { CounterExample } from '#engine/grade/report.ts'
import { Words } from './words.tsx'

/** What shows the miss as pairs, and on lit ground what decided it. `place` is how the page leads to, or names, its line. */
export function CounterExamplePairs({
  example: { pairs, decidedBy },
  place,
}: {
  example: CounterExample
  place?: ReactNode
}) {
  return (
    <dl className="ce">
      {pairs.map(({ label, value, tone }) => (
        <div key={label} className={tone && `is-${tone}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {decidedBy && (
        <div className="is-by">
          <dt>Decided by</dt>
          <dd>
            <Words text={decidedBy.text} />
            {place}
          </dd>
        </div>
      )}
    </dl>
  )
}
