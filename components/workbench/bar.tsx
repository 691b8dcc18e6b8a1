'use client'

import { useState } from 'react'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import { Mark } from '../site/mark.tsx'
import { ThemeSwitch } from '../site/theme-switch.tsx'
import { Icon } from '../ui/icon.tsx'
import { AskDialog } from './ask-dialog.tsx'
import { resetQuestion } from './reset-question.ts'
import { useAttempt, useWorkbench } from './store.ts'
import { TimeInLab } from './time-in-lab.tsx'

/** The workbench's header: where one is, what was done and can be taken back, and the check. */
export function Bar({ lab, domain }: { lab: LabCard; domain: number | null }) {
  const attempt = useAttempt()
  return (
    <header className="wb-bar">
      {/* Plain links: leaving loads a page anew, so that the browser asks first when something is not stored. */}
      <a className="brand" href="/" aria-label="Breakwater, home">
        <Mark />
      </a>
      <div className="wb-title">
        <nav className="crumbs" aria-label="Breadcrumb">
          <a href="/labs">Labs</a>
          <span aria-hidden="true">/</span>
          {domain !== null && (
            <>
              <span>Domain {domain}</span>
              <span aria-hidden="true">/</span>
            </>
          )}
        </nav>
        <h1>{lab.title}</h1>
      </div>
      <span className="grow" />
      <TimeInLab attempt={attempt.id} />
      <Steps />
      <Check />
      <button
        className="btn btn-sm btn-icon"
        type="button"
        data-overlay="sheet"
        aria-label="Keyboard and help"
        aria-keyshortcuts="F1"
      >
        <Icon name="help" />
      </button>
      <ThemeSwitch />
    </header>
  )
}

function Steps() {
  const { undo, redo, reset } = useAttempt()
  const { canUndo, canRedo, steps } = useWorkbench(state => state.head)
  const [asking, setAsking] = useState(false)
  const question = resetQuestion(steps)
  return (
    <>
      <button
        className="btn btn-sm btn-quiet"
        type="button"
        aria-keyshortcuts="Alt+Shift+Z"
        aria-disabled={!canUndo}
        title={canUndo ? 'Undo the last step (Alt Shift Z)' : 'There is no step to undo'}
        onClick={() => canUndo && undo()}
      >
        <Icon name="undo" />
        Undo
      </button>
      <button
        className="btn btn-sm btn-icon"
        type="button"
        aria-label="Redo"
        aria-keyshortcuts="Alt+Shift+Y"
        aria-disabled={!canRedo}
        title={canRedo ? 'Redo the step (Alt Shift Y)' : 'There is no step to redo'}
        onClick={() => canRedo && redo()}
      >
        <Icon name="redo" />
      </button>
      <button
        className="btn btn-sm btn-quiet"
        type="button"
        aria-disabled={steps === 0}
        title={steps === 0 ? 'The lab is as it was at its start' : 'Put the lab back to its start'}
        onClick={() => steps > 0 && setAsking(true)}
      >
        <Icon name="reset" />
        Reset…
      </button>
      {asking && (
        <AskDialog
          title={question.title}
          act={question.act}
          stay={question.stay}
          onAct={() => void reset()}
          onClose={() => setAsking(false)}
        >
          {question.text}
        </AskDialog>
      )}
    </>
  )
}

function Check() {
  const { check } = useAttempt()
  const checking = useWorkbench(state => state.checking)
  return (
    <button
      className="btn btn-sm btn-primary wb-check"
      type="button"
      aria-keyshortcuts="Alt+Enter"
      aria-busy={checking}
      onClick={() => void check()}
    >
      {checking ? (
        <>
          <span className="spin" /> Checking
        </>
      ) : (
        <>
          Check my work <span className="kbd">Alt Enter</span>
        </>
      )}
    </button>
  )
}
