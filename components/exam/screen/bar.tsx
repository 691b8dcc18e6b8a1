'use client'

import { Mark } from '../../site/mark.tsx'
import { ThemeSwitch } from '../../site/theme-switch.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Alert } from './alert.tsx'
import { useExam, useExamState } from './exam-store.ts'
import { Finish } from './finish.tsx'
import { Tide } from './tide.tsx'
import { Timer } from './timer.tsx'
import { WideScreen } from './wide-screen.tsx'

/** The exam's header: which exam and task, documents and keys, the time that is left, and the end. */
export function ExamBar() {
  const { view, store } = useExam()
  const current = useExamState(state => state.current)
  const documents = useExamState(state => state.documents)
  return (
    <header className="ex-bar">
      <span className="brand">
        <Mark />
      </span>
      <div className="wb-title">
        <h1>{view.title}</h1>
        <span className="muted nowrap">
          Task {current} of {view.tasks.length}
        </span>
      </div>
      <span className="grow" />
      <button
        className="btn btn-sm btn-quiet"
        type="button"
        aria-expanded={documents}
        aria-keyshortcuts="Alt+Shift+O"
        title="Alt Shift O"
        onClick={() => store.change({ do: 'documents', open: !documents })}
      >
        <Icon name="book" />
        <span className="ex-word">Allowed documents</span>
      </button>
      <button className="btn btn-sm btn-quiet" type="button" data-overlay="sheet" aria-keyshortcuts="F1" title="F1">
        <Icon name="keyboard" />
        <span className="ex-word">Keys</span>
      </button>
      <Timer />
      <Finish />
      <ThemeSwitch />
      <Tide />
      <Alert />
      <WideScreen />
    </header>
  )
}
