'use client'

import { useState } from 'react'
import type { Verdict } from '#engine/grade/report.ts'
import { useAttempt, useWorkbench } from '../store.ts'
import { CounterExampleList } from './counter-example-list.tsx'
import { placeName } from './place-name.ts'
import { ResultTop } from './result-top.tsx'
import { Words } from './words.tsx'

/** One check: a line when it is earned or holds; its counter-example and what decided when it is missed. */
export function ResultItem({ verdict }: { verdict: Verdict }) {
  const { outcome } = verdict
  return (
    <article className="res">
      <ResultTop verdict={verdict} />
      {outcome.result === 'miss' && <Missed verdict={verdict} />}
      {outcome.result === 'ungraded' && (
        <p className="res-body res-say">
          <Words text={outcome.say} />
        </p>
      )}
    </article>
  )
}

function Missed({ verdict: { id, outcome } }: { verdict: Verdict }) {
  const { open, store } = useAttempt()
  const [all, setAll] = useState(false)
  const hinted = useWorkbench(state => state.hints.some(it => it.check === id && it.count > 0))
  if (outcome.result !== 'miss') return null
  const { say, examples } = outcome
  const place = examples[0]?.decidedBy?.place
  return (
    <div className="res-body">
      <p className="res-say">
        <Words text={say} />
      </p>
      {(all ? examples : examples.slice(0, 1)).map((example, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a report's examples do not move
        <CounterExampleList key={index} example={example} />
      ))}
      <div className="res-acts">
        {place && (
          <button className="link" type="button" onClick={() => void open(place, place.line)}>
            Go to line {place.line}
            <span className="vh"> of {placeName(place)}</span>
          </button>
        )}
        {examples.length > 1 && !all && (
          <button className="link" type="button" onClick={() => setAll(true)}>
            Show all {examples.length}
          </button>
        )}
        {hinted && (
          <button className="link" type="button" onClick={() => store.change({ do: 'task-tab', tab: 'hints' })}>
            Hint
          </button>
        )}
      </div>
    </div>
  )
}
