'use client'

import { useWorkbench } from '../store.ts'
import { useFindings, useFound } from './findings.ts'
import { MarkRow } from './mark-row.tsx'
import './findings.css'

/** The findings of the file that is shown, below the editor. */
export function Problems() {
  const findings = useFindings()
  const key = useWorkbench(state => state.active ?? '')
  const line = useWorkbench(state => state.caret.line)
  const marks = useFound(state => state.marks[key])
  const spoken = useFound(state => state.spoken)
  return (
    <>
      <div className="vh" role="status">
        <span key={spoken.times}>{spoken.say}</span>
      </div>
      {marks !== undefined && marks.length > 0 && (
        <ul className="problems" aria-label="Problems">
          {marks.map((mark, index) => (
            <MarkRow
              // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand at a place twice
              key={`${index}:${mark.code}`}
              mark={mark}
              isCurrent={mark.line === line}
              onGoTo={it => findings?.goTo?.(it)}
            />
          ))}
        </ul>
      )}
    </>
  )
}
