import Link from 'next/link'
import { Glyph } from '../ui/glyph.tsx'
import { aboutKind, type Kind, type Severity } from './about-kind.ts'

interface FindingListProps {
  readonly kind: Kind
  readonly pages: readonly { readonly code: string; readonly title: string; readonly severity: Severity }[]
}

const LABEL = { error: 'Error', warning: 'Warning', info: 'Note' } as const

/** The findings about one kind of file. */
export function FindingList({ kind, pages }: FindingListProps) {
  return (
    <section id={kind} className="lesson-g" aria-labelledby={`${kind}-title`}>
      <div className="lab-g">
        <h2 id={`${kind}-title`}>{aboutKind[kind].name}</h2>
        <span className="meta num">{pages.length}</span>
      </div>
      <div className="linked linked-2">
        {pages.map(({ code, title, severity }) => (
          <Link key={code} href={`/findings/${code}`} prefetch={false}>
            <Glyph name={severity} label={LABEL[severity]} />
            <span>
              {title}
              <small className="mono">{code}</small>
            </span>
          </Link>
        ))}
      </div>
    </section>
  )
}
