'use client'

import { countWords } from './counts.ts'
import { useFound } from './findings.ts'

/** How many findings a file has, on its tab. */
export function CountChip({ file }: { file: string }) {
  const marks = useFound(state => state.marks[file])
  if (marks === undefined || marks.length === 0) return null
  const tone = marks.some(it => it.severity === 'error') ? 'count-miss' : 'count-warn'
  const notesOnly = marks.every(it => it.severity === 'info')
  return (
    <span className={`count ${notesOnly ? 'count-plain' : tone}`} role="img" aria-label={countWords(marks)}>
      {marks.length}
    </span>
  )
}
