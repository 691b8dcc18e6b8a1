'use client'

import { languageName } from './editor/language.ts'
import { countWords } from './findings/counts.ts'
import { useFound } from './findings/findings.ts'
import { FindingsCells } from './findings/status-cells.tsx'
import { HostCell } from './host-cell.tsx'
import { savedWords } from './saved-words.ts'
import { keyOf } from './state.ts'
import { useWorkbench } from './store.ts'
import { ReaderCell } from './terminal/reader/reader-cell.tsx'

/** Where a command would run, where the cursor stands, and whether what was typed is stored. */
export function StatusBar({ host }: { host: string }) {
  const caret = useWorkbench(state => state.caret)
  const active = useWorkbench(state => state.active ?? '')
  const marks = useFound(state => state.marks[active])
  const path = useWorkbench(state => state.files.find(file => keyOf(file) === state.active)?.path)
  const saved = useWorkbench(savedWords)
  return (
    <footer className="status">
      <HostCell host={host} />
      <span className="grow" />
      {path !== undefined && (
        <>
          <span className="num">
            Ln {caret.line}, Col {caret.column}
          </span>
          <span className="st-opt">{[languageName(path), countWords(marks ?? [])].filter(Boolean).join(', ')}</span>
        </>
      )}
      <span>{saved}</span>
      <FindingsCells />
      <ReaderCell />
    </footer>
  )
}
