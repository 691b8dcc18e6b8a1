'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Attempt } from '../../workbench/attempt.ts'
import { EditorPane } from '../../workbench/editor/editor-pane.tsx'
import { Notices } from '../../workbench/notices.tsx'
import { useAttempt, useWorkbench } from '../../workbench/store.ts'
import { TerminalPane } from '../../workbench/terminal/terminal-pane.tsx'
import { Trouble } from './trouble.tsx'

interface TaskMachineProps {
  readonly hosts: readonly string[]
  readonly host: string
  readonly shown: boolean
}

/** A task's terminals with an editor beside them. Only the task that is shown has an editor, from its first look at it. */
export function TaskMachine({ hosts, host, shown }: TaskMachineProps) {
  const attempt = useAttempt()
  const editing = useWorkbench(state => state.pane === 'editor')
  const [looked, setLooked] = useState(editing)
  if (editing && !looked) setLooked(true)
  useEffect(() => {
    return editing && shown ? focusEditor(attempt) : undefined
  }, [attempt, editing, shown])
  return (
    <div className="ex-machine" hidden={!shown}>
      <TerminalPane
        beside={editing}
        tab={
          <button
            className="term-tab"
            type="button"
            role="tab"
            aria-selected={editing}
            tabIndex={editing ? 0 : -1}
            onClick={() => attempt.store.change({ do: 'pane', pane: 'editor' })}
          >
            <Icon name="file" />
            Editor
          </button>
        }
      >
        <div className="ex-editor" role="tabpanel" aria-label="Editor" hidden={!editing}>
          {shown && looked && <EditorPane hosts={hosts} host={host} />}
        </div>
      </TerminalPane>
      {shown && (
        <Notices thing="task">
          <Trouble />
        </Notices>
      )}
    </div>
  )
}

const lookAgain = 50

/** Who came from a terminal, by vim, goes on in the editor, once Monaco is there. Who pressed the tab stays on it. */
function focusEditor({ focus }: Attempt): (() => void) | undefined {
  const from = document.activeElement
  if (from !== null && from !== document.body && !from.closest('.term-screen')) return undefined
  const timer = setInterval(() => {
    const act = focus.get('editor')
    if (act === undefined) return
    clearInterval(timer)
    act()
  }, lookAgain)
  return () => clearInterval(timer)
}
