'use client'

import { useActionState } from 'react'

/** What came of asking for a retake: nothing, for then the page is another; or why it was refused. */
export interface RetakeSaid {
  readonly say: string
}

interface RetakeFormProps {
  readonly retake: (before: RetakeSaid) => Promise<RetakeSaid>
  /** How many tasks are asked again. */
  readonly tasks: number
  /** All of them lost points; otherwise some could not be graded. */
  readonly graded: boolean
}

/** Begins a new exam of the tasks that are not whole. A form, so that it also works before, and without, scripts. */
export function RetakeForm({ retake, tasks, graded }: RetakeFormProps) {
  const [{ say }, send, busy] = useActionState(retake, { say: '' })
  return (
    <form className="rep-retake" action={send}>
      <button className="btn btn-primary" type="submit" aria-busy={busy} aria-describedby="retake-starts">
        Retake the {tasks === 1 ? 'task' : `${tasks} tasks`} {graded ? 'with lost points' : 'without all points'}
      </button>
      <p className="meta" id="retake-starts">
        With other names and values. The clock starts at once.
      </p>
      <p className="rep-refused" role="status">
        {say}
      </p>
    </form>
  )
}
