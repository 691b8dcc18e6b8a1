'use client'

import { useEffect, useRef, useState } from 'react'
import type { CheckTitle } from '#engine/grade/report.ts'
import { isDirty } from '../state.ts'
import { useAttempt, useWorkbench } from '../store.ts'
import { CheckedWhen } from './checked-when.tsx'
import { missedFirst } from './missed-first.ts'
import { OpenChecks } from './open-checks.tsx'
import { ResultItem } from './result-item.tsx'
import { spoken } from './spoken.ts'
import { Summary } from './summary.tsx'

/** What the newest check found: missed first, with what shows it and what decided. */
export function ResultsPane({ checks }: { checks: readonly CheckTitle[] }) {
  const { focus } = useAttempt()
  const report = useWorkbench(state => state.report)
  const checking = useWorkbench(state => state.checking)
  const changed = useWorkbench(state => state.head.changedSinceCheck || state.files.some(isDirty))
  const body = useRef<HTMLDivElement>(null)
  const old = useLate(checking)
  const announced = useAnnounced(report?.at, report && !checking ? spoken(report.report) : '')

  useEffect(() => {
    focus.set('results', () => body.current?.focus())
  }, [focus])

  return (
    <section className="pane pane-d" id="results" data-pane="results" aria-label="Check results">
      <div className="pane-head">
        <h2>Check results</h2>
        {report && <CheckedWhen at={report.at} milliseconds={report.milliseconds} />}
        <span className="grow" />
        {report && changed && !checking && <span className="tag">changed since this check</span>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a pane that scrolls can be scrolled by keyboard */}
      <div ref={body} className={old ? 'pane-body is-old' : 'pane-body'} tabIndex={0} aria-busy={checking}>
        {report ? (
          <>
            <Summary shown={report} />
            {missedFirst(report.report.verdicts).map(verdict => (
              <ResultItem key={verdict.id} verdict={verdict} />
            ))}
          </>
        ) : (
          <OpenChecks checks={checks} />
        )}
      </div>
      <p className="vh" role="status">
        {announced}
      </p>
    </section>
  )
}

/** True once `on` has lasted 300 ms: results that are quickly replaced do not flicker. */
function useLate(on: boolean): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!on) return setLate(false)
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [on])
  return late
}

/** The sentence of a new report; nothing for the one that was there when the page opened. */
function useAnnounced(at: number | undefined, sentence: string): string {
  const first = useRef(at)
  return at === first.current ? '' : sentence
}
