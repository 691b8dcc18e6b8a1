import Link from 'next/link'
import { playgroundPages } from './kinds.ts'

/** The kinds of text that can be asked, one page each. */
export function KindTabs({ current }: { current: string }) {
  return (
    <nav className="seg pg-kinds" aria-label="Kind">
      {playgroundPages.map(({ id, title }) => (
        <Link key={id} href={`/playground/${id}`} aria-current={id === current ? 'page' : undefined} prefetch={false}>
          {title}
        </Link>
      ))}
    </nav>
  )
}
