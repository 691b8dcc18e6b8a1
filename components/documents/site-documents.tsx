import { Icon } from '../ui/icon.tsx'
import type { DrawerLink } from './drawn.ts'

interface SiteDocumentsProps {
  readonly id: string
  readonly site: { readonly name: string; readonly url: string }
  readonly documents: readonly DrawerLink[]
}

/** What is worth knowing on one site that the exam allows. */
export function SiteDocuments({ id, site, documents }: SiteDocumentsProps) {
  return (
    <section id={id} className="lesson-g" aria-labelledby={`${id}-title`}>
      <div className="lab-g">
        <h2 id={`${id}-title`}>{site.name}</h2>
        <span className="meta num">{documents.length}</span>
      </div>
      <p className="muted documents-site">
        Everything below{' '}
        <a href={site.url} rel="noreferrer">
          {site.url.replace('https://', '')}
        </a>
      </p>
      <div className="linked linked-2">
        {documents.map(({ title, url, source, purpose }) => (
          <a key={url} href={url} rel="noreferrer">
            <Icon name="book" />
            <span>
              <b>{title}</b>
              <small>{source.slice(site.name.length).replace(/^, /, '')}</small>
              <small>{purpose}</small>
            </span>
          </a>
        ))}
      </div>
    </section>
  )
}
