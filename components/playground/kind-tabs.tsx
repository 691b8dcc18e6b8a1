import Link from 'next/link'
import { type KindId, kinds } from './kinds.ts'

/** The kinds of text that can be asked, one page each. */
export function KindTabs({ current }: { current: KindId }) {
  return (
    <nav className="seg pg-kinds" aria-label="Kind">
      {kinds.map(({ id, title }) => (
        <Link key={id} href={`/playground/${id}`} aria-current={id === current ? 'page' : undefined} prefetch={false}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
