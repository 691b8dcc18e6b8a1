import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

export interface Neighbour {
  readonly slug: string
  readonly title: string
}

interface NeighboursProps {
  readonly before: Neighbour | undefined
  readonly after: Neighbour | undefined
}

/** The lessons before and after this one, in the order of the curriculum. */
export function Neighbours({ before, after }: NeighboursProps) {
  if (!before && !after) return null
  return (
    <nav className="neighbours" aria-label="More lessons">
      {before && (
        <Link href={`/lessons/${before.slug}`} rel="prev" className="neighbour">
          <small>Previous lesson</small>
          <span>
            <Icon name="arrow-right" className="ic-back" />
            {before.title}
          </span>
        </Link>
      )}
      {after && (
        <Link href={`/lessons/${after.slug}`} rel="next" className="neighbour">
          <small>Next lesson</small>
          <span>
            {after.title}
            <Icon name="arrow-right" />
          </span>
        </Link>
      )}
    </nav>
  )
}
