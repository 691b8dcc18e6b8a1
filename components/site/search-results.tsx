import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

interface Piece {
  readonly text: string
  readonly hit: boolean
}

export interface FoundPage {
  readonly kind: 'lesson' | 'lab' | 'reference' | 'finding'
  readonly href: string
  readonly title: string
  readonly summary: string
  readonly excerpt: readonly Piece[]
}

const KINDS = {
  lesson: { icon: 'book', name: 'Lesson' },
  lab: { icon: 'terminal', name: 'Lab' },
  reference: { icon: 'note', name: 'Quick reference' },
  finding: { icon: 'flag', name: 'Finding' },
} as const

/** What was found, best first: title, summary, and the words around the place. */
export function SearchResults({ found }: { found: readonly FoundPage[] }) {
  return (
    <ol className="found">
      {found.map(({ kind, href, title, summary, excerpt }) => (
        <li key={href}>
          <Icon name={KINDS[kind].icon} />
          <div>
            <Link href={href} prefetch={false}>
              {title}
            </Link>{' '}
            <span className="meta">{KINDS[kind].name}</span>
            <p className="muted">{summary}</p>
            {excerpt.length > 0 && (
              <p className="found-text">
                {excerpt.map(({ text, hit }) => (hit ? <mark key={text}>{text}</mark> : text))}
              </p>
            )}
          </div>
        </li>
      ))}
    </ol>
  )
}
