'use client'

import type { CounterExample, Place } from '#engine/grade/report.ts'
import { useAttempt } from '../store.ts'
import { Words } from './words.tsx'

/** What shows the miss as pairs, and on lit ground what decided it, with the way to its line. */
export function CounterExampleList({ example: { pairs, decidedBy } }: { example: CounterExample }) {
  const { open } = useAttempt()
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
            {decidedBy.place && (
              <Named
                place={decidedBy.place}
                open={() => decidedBy.place && void open(decidedBy.place, decidedBy.place.line)}
              />
            )}
          </dd>
        </div>
      )}
    </dl>
  )
}

function Named({ place, open }: { place: Place; open: () => void }) {
  return (
    <>
      {' '}
      <button className="link" type="button" onClick={open}>
        {placeName(place)} line {place.line}
      </button>
    </>
  )
}

/** The last part of a path: what a tab says, too. */
export function placeName({ path }: Pick<Place, 'path'>): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
