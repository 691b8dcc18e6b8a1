'use client'

import type { CounterExample } from '#engine/grade/report.ts'
import { useAttempt } from '../store.ts'
import { CounterExamplePairs } from './counter-example-pairs.tsx'
import { placeName } from './place-name.ts'

/** A counter-example with the way to the line that decided. */
export function CounterExampleList({ example }: { example: CounterExample }) {
  const { open } = useAttempt()
  const place = example.decidedBy?.place
  return (
    <CounterExamplePairs
      example={example}
      place={
        place && (
          <>
            {' '}
            <button className="link" type="button" onClick={() => void open(place, place.line)}>
              {placeName(place)} line {place.line}
            </button>
          </>
        )
      }
    />
  )
}
