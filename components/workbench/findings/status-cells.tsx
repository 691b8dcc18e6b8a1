'use client'

import { Glyph } from '../../ui/glyph.tsx'
import { useFindings, useFound } from './findings.ts'

/** The switch of findings, and the sentence when they do not come. Nothing where findings are not wanted at all. */
export function FindingsCells() {
  const findings = useFindings()
  const on = useFound(state => state.on)
  const trouble = useFound(state => state.trouble)
  if (findings === null) return null
  return (
    <>
      {trouble !== null && (
        <span className="st-off" role="status">
          <Glyph name="warning" />
          {trouble}
        </span>
      )}
      <button type="button" aria-pressed={on} onClick={() => findings.turn(!on)}>
        Findings {on ? 'on' : 'off'}
      </button>
    </>
  )
}
