import { useMemo } from 'react'
import { match, type Piece } from '../palette/match.ts'
import { counted } from '../ui/amounts.ts'
import { type DrawerContents, wordsOf } from './drawn.ts'

interface DrawerListProps {
  readonly contents: DrawerContents
  readonly query: string
  readonly onOpen: (slug: string) => void
}

/** What is found for a query: our short pages, which open in the drawer, then pages of other sites. */
export function DrawerList({ contents, query, onOpen }: DrawerListProps) {
  const known = useMemo(
    () => ({
      pages: contents.pages.map(it => ({ it, more: `${it.purpose} ${wordsOf(it.inside)}` })),
      links: contents.links.map(it => ({ it, more: `${it.source} ${it.purpose} ${it.topics.join(' ')}` })),
    }),
    [contents],
  )
  const pages = useMemo(() => found(known.pages, query), [known, query])
  const links = useMemo(() => found(known.links, query), [known, query])
  return (
    <>
      {pages.length > 0 && <h3>Quick reference: short pages that open here</h3>}
      {pages.map(({ it, pieces }) => (
        <a
          key={it.slug}
          href={`/documents/${it.slug}`}
          data-page={it.slug}
          onClick={event => {
            event.preventDefault()
            onOpen(it.slug)
          }}
        >
          <b>{drawnTitle(pieces)}</b>
          <small>{it.purpose}</small>
        </a>
      ))}
      {links.length > 0 && <h3>Allowed in the exam: open in a new tab</h3>}
      {links.map(({ it, pieces }) => (
        <a key={it.url} href={it.url} target="_blank" rel="noopener noreferrer">
          <b>{drawnTitle(pieces)}</b>
          <small>{it.source}</small>
          <small>{it.purpose}</small>
          <span className="vh"> (opens in a new tab)</span>
        </a>
      ))}
      {pages.length + links.length === 0 && (
        <p className="drawer-say">Nothing holds all of “{query.trim()}”. Try fewer words.</p>
      )}
      <p className="vh" role="status">
        {query.trim() !== '' && `${counted(pages.length + links.length, 'document')} found`}
      </p>
    </>
  )
}

/** What a query finds, the best first; in its own order while nothing is typed. */
function found<T extends { readonly title: string }>(all: readonly { it: T; more: string }[], query: string) {
  return all
    .flatMap(({ it, more }) => {
      const matched = match(query, it.title, more)
      return matched ? [{ it, ...matched }] : []
    })
    .sort((a, b) => b.score - a.score)
}

function drawnTitle(pieces: readonly Piece[]) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a title never change places
  return pieces.map(({ text, hit }, at) => (hit ? <mark key={at}>{text}</mark> : text))
}
