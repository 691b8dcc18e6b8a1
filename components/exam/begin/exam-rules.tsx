import Link from 'next/link'
import type { ReactNode } from 'react'

function Rule({ title, children }: { title: string; children: ReactNode }) {
  return (
    <li>
      <b>{title}</b>
      <span>{children}</span>
    </li>
  )
}

/** What holds from the first second to the last. */
export function ExamRules({ pass }: { pass: number }) {
  return (
    <ul className="ex-rules">
      <Rule title="The clock does not stop.">
        It runs on the server: a reload, a closed browser or a changed clock neither gains nor loses time.
      </Rule>
      <Rule title="Nothing is checked before the end.">
        There are no hints and no results while it runs. At the end everything is graded, whoever is there.
      </Rule>
      <Rule title="Each task has a host and a cluster of its own.">
        What you change in one task is not there in the next. Do the work on the host that the task names.
      </Rule>
      <Rule title={`${pass} % passes.`}>
        Tasks weigh as much as the list says. What is done of a task earns its part of the weight.
      </Rule>
      <Rule title="Some documents are allowed.">
        The sites of the official list, and short pages of ours that need no network.{' '}
        <Link href="/documents" prefetch={false}>
          See which
        </Link>
      </Rule>
      <Rule title="Everything you type is kept.">
        You may go away and come back, in another tab as well. Only the time that has passed is gone.
      </Rule>
    </ul>
  )
}
