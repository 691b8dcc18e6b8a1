'use client'

import { useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { EditorPane } from '../../workbench/editor/editor-pane.tsx'
import { Notices } from '../../workbench/notices.tsx'
import { useAttempt, useWorkbench } from '../../workbench/store.ts'
import { TerminalPane } from '../../workbench/terminal/terminal-pane.tsx'
import { focusEditor } from './focus-editor.ts'
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
  const waiting = useWorkbench(state => state.waiting > 0)
  const [looked, setLooked] = useState(editing)
  if (editing && !looked) setLooked(true)
  useEffect(() => {
    return editing && shown && cameFromTerminal() ? focusEditor(attempt) : undefined
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
          <Trouble told={waiting} />
        </Notices>
      )}
    </div>
  )
}

/** Whether the editor was opened from a terminal, by vim. Who pressed the tab stays on it. */
function cameFromTerminal(): boolean {
  const from = document.activeElement
  return from === null || from === document.body || from.closest('.term-screen') !== null
}
