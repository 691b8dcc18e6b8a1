import Link from 'next/link'
import { Icon } from '../ui/icon.tsx'

interface ReferenceListProps {
  readonly pages: readonly { readonly slug: string; readonly title: string; readonly purpose: string }[]
}

/** Our short pages, each with what to open it for. */
export function ReferenceList({ pages }: ReferenceListProps) {
  return (
    <section id="quick-reference" className="lesson-g" aria-labelledby="quick-reference-title">
      <div className="lab-g">
        <h2 id="quick-reference-title">Quick reference</h2>
        <span className="meta num">{pages.length}</span>
      </div>
      <div className="linked linked-2">
        {pages.map(({ slug, title, purpose }) => (
          <Link key={slug} href={`/documents/${slug}`} prefetch={false}>
            <Icon name="note" />
            <span>
              <b>{title}</b>
              <small>{purpose}</small>
            </span>
          </Link>
        ))}
      </div>
    </section>
  )
}
