'use client'

import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { languageName } from './editor/language.ts'
import { countWords } from './findings/counts.ts'
import { useFound } from './findings/findings.ts'
import { FindingsCells } from './findings/status-cells.tsx'
import { isDirty, keyOf, type State } from './state.ts'
import { useWorkbench } from './store.ts'
import { ReaderCell } from './terminal/reader/reader-cell.tsx'

/** Where a command would run, where the cursor stands, and whether what was typed is stored. */
export function StatusBar({ host }: { host: string }) {
  const prompt = useWorkbench(state => state.terminals.find(it => it.id === state.terminal)?.prompt ?? '')
  const caret = useWorkbench(state => state.caret)
  const active = useWorkbench(state => state.active ?? '')
  const marks = useFound(state => state.marks[active])
  const path = useWorkbench(state => state.files.find(file => keyOf(file) === state.active)?.path)
  const saved = useWorkbench(savedWords)
  const where = prompt.split(':')[0] ?? ''
  const here = where.split('@')[1]
  const elsewhere = here !== undefined && here !== host
  return (
    <footer className="status">
      <span className={elsewhere ? 'st-host st-off' : 'st-host'}>
        {elsewhere ? <Glyph name="warning" /> : <Icon name="host" />}
        <b>{where === '' ? 'no terminal' : where}</b>
        {elsewhere && <span>the task is on {host}</span>}
      </span>
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

function savedWords(state: State): string {
  const failed = state.files.find(file => file.failed !== undefined)
  if (failed) return `Not saved: ${failed.failed}`
  if (state.files.some(file => file.saving || isDirty(file))) return 'Saving'
  return state.head.steps === 0 ? 'Saved' : `Saved, step ${state.head.steps}`
}
