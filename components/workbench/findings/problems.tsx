'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { Words } from '../results/words.tsx'
import { useWorkbench } from '../store.ts'
import { useFindings, useFound } from './findings.ts'
import type { Mark } from './marks.ts'
import './findings.css'

const glyphs = { error: ['error', 'Error'], warning: ['warning', 'Warning'], info: ['info', 'Note'] } as const

/** The findings of the file that is shown, below the editor: sentence, place, code. */
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
            // biome-ignore lint/suspicious/noArrayIndexKey: the same finding may stand at a place twice
            <li className="diag" key={`${index}:${mark.code}`} aria-current={mark.line === line || undefined}>
              <Shape mark={mark} />
              <button type="button" className="diag-say" onClick={() => findings?.goTo?.(mark)}>
                <Words text={mark.message} />
              </button>
              <span className="at">
                {mark.line}:{mark.column}{' '}
                <a href={`/findings/${mark.code}`} target="_blank" rel="noreferrer">
                  {mark.code}
                </a>
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Shape({ mark }: { mark: Mark }) {
  const [name, label] = glyphs[mark.severity]
  return <Glyph name={name} label={label} />
}
