'use client'

import { useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { AskDialog } from '../../workbench/ask-dialog.tsx'
import { useAttempt, useWorkbench } from '../../workbench/store.ts'

/** Puts one task back to its start. An exam has no undo, so it asks first. */
export function ResetTask({ task }: { task: number }) {
  const { reset } = useAttempt()
  const steps = useWorkbench(state => state.head.steps)
  const [asking, setAsking] = useState(false)
  return (
    <>
      <button
        className="btn btn-xs btn-quiet"
        type="button"
        aria-disabled={steps === 0}
        title={steps === 0 ? 'The task is as it was at its start' : 'Put the task back to its start'}
        onClick={() => steps > 0 && setAsking(true)}
      >
        <Icon name="reset" />
        Reset this task…
      </button>
      {asking && (
        <AskDialog
          title={`Reset task ${task}?`}
          act="Reset the task"
          stay="Go on with the task"
          onAct={() => void reset()}
          onClose={() => setAsking(false)}
        >
          Its files and terminals are put back to the start. {steps === 1 ? 'The 1 step is' : `The ${steps} steps are`}{' '}
          gone for good: an exam has no undo. Other tasks stay as they are.
        </AskDialog>
      )}
    </>
  )
}
