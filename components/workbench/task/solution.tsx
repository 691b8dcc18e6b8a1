'use client'

import { useEffect } from 'react'
import { useAttempt, useWorkbench } from '../store.ts'

/** The explanation and one way to do it, once the lab is solved or given up. Asking for it is a step. */
export function Solution({ lab }: { lab: string }) {
  const { openSolution, acts } = useAttempt()
  const solution = useWorkbench(state => state.solution)
  useEffect(() => {
    if (solution === null) void openSolution()
  }, [solution, openSolution])

  const again = async () => {
    const answer = await acts.startAgain({ lab })
    if (answer.ok) location.reload()
  }
  if (solution === null) return <p className="meta">The solution is being opened.</p>
  return (
    <>
      {solution.explain}
      <h2 className="solution-h">One way to do it</h2>
      {solution.script}
      <p>
        <button className="btn btn-sm" type="button" onClick={() => void again()}>
          Start again with other names
        </button>
      </p>
    </>
  )
}
