import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

export interface LinkedLab {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly minutes: number
}

/** Labs that practise a lesson. The page is the same for everybody, so it says nothing of a learner's state. */
export function LinkedLabs({ labs, short = false }: { labs: readonly LinkedLab[]; short?: boolean }) {
  return (
    <div className="linked">
      {labs.map(({ id, title, summary, minutes }) => (
        <Link key={id} href={`/labs/${id}`} prefetch={false}>
          <Icon name="terminal" />
          <span>
            <b>{title}</b>
            <small>{short ? `${minutes} min` : summary}</small>
          </span>
          <span className="meta">{short ? '' : `${minutes} min`}</span>
        </Link>
      ))}
    </div>
  )
}
