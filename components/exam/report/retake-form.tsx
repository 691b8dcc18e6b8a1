'use client'

import { useActionState } from 'react'

/** What came of asking for a retake: nothing, for then the page is another; or why it was refused. */
export interface RetakeSaid {
  readonly say: string
}

interface RetakeFormProps {
  readonly retake: (before: RetakeSaid) => Promise<RetakeSaid>
  /** How many tasks lost points. */
  readonly tasks: number
}

/** Begins a new exam of the tasks that lost points. A form, so that it also works before, and without, scripts. */
export function RetakeForm({ retake, tasks }: RetakeFormProps) {
  const [{ say }, send, busy] = useActionState(retake, { say: '' })
  return (
    <form className="rep-retake" action={send}>
      <button className="btn btn-primary" type="submit" aria-busy={busy} aria-describedby="retake-starts">
        {tasks === 1 ? 'Retake the task with lost points' : `Retake the ${tasks} tasks with lost points`}
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
