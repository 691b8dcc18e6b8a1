import Link from 'next/link'
import { Icon } from '../../ui/icon.tsx'
import { TimeLeft } from './time-left.tsx'
import './begin.css'

export interface Running {
  readonly id: string
  readonly code: string
  readonly title: string
  /** Milliseconds since the epoch, both by the server's clock. */
  readonly endsAt: number
  readonly now: number
}

/** The way back into the exam whose clock runs. */
export function RunningExam({ exam: { id, code, title, endsAt, now } }: { exam: Running }) {
  return (
    <section className="ex-running" aria-labelledby="running">
      <Icon name="clock" />
      <div>
        <h2 id="running">{title}</h2>
        <p>
          This exam is running. <TimeLeft now={now} endsAt={endsAt} />
        </p>
        <p className="meta">
          Its code is <b>{code}</b>. An instructor who gives more time asks for it.
        </p>
      </div>
      <Link className="btn btn-primary" href={`/exam/${id}`} prefetch={false}>
        Go on with the exam
      </Link>
    </section>
  )
}
