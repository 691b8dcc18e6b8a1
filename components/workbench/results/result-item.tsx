'use client'

import { useState } from 'react'
import type { Verdict } from '#engine/grade/report.ts'
import { Glyph, type GlyphName } from '../../ui/glyph.tsx'
import { Points } from '../../ui/points.tsx'
import { useAttempt, useWorkbench } from '../store.ts'
import { CounterExampleList, placeName } from './counter-example-list.tsx'
import { Words } from './words.tsx'

const shapes = {
  pass: ['earned', 'Earned'],
  miss: ['missed', 'Missed'],
  ungraded: ['ungraded', 'Could not be graded'],
} as const satisfies Record<string, readonly [GlyphName, string]>

/** One check: a line when it is earned or holds; its counter-example and what decided when it is missed. */
export function ResultItem({ verdict }: { verdict: Verdict }) {
  const { title, outcome, guard, points, earned } = verdict
  const holds = guard && outcome.result === 'pass'
  const [shape, word] = holds ? (['guard', 'Guard holds'] as const) : shapes[outcome.result]
  return (
    <article className="res">
      <div className="res-top">
        <Glyph name={shape} label={word} />
        <h3 className="res-name">
          <Words text={title} /> {holds && <span className="meta">{earned === 0 && 'guard, earns nothing alone'}</span>}
        </h3>
        {outcome.result === 'ungraded' ? (
          <span className="pts pts-none">not counted</span>
        ) : holds && earned === 0 ? (
          <span className="pts pts-none">holds</span>
        ) : (
          <Points got={earned} of={points} />
        )}
      </div>
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
