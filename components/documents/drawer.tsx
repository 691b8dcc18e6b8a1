'use client'

import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { Icon } from '../ui/icon.tsx'
import { DrawerList } from './drawer-list.tsx'
import { Drawing } from './drawing.tsx'
import { monthInWords } from './month.ts'
import { useContents } from './use-contents.ts'
import './documents.css'

/** Where a person was when the drawer was closed: reading and typing take turns. */
let left = { query: '', slug: null as string | null, top: 0 }

/**
 * The documents that the exam allows, and our quick references. It lies over the nearest positioned box, at its right:
 * put it into the pane that it may cover. It takes the focus, and gives it back when it goes.
 */
export function DocumentsDrawer({ onClose }: { onClose(): void }) {
  const { contents, retry } = useContents()
  const [query, setQuery] = useState(left.query)
  const [slug, setSlug] = useState(left.slug)
  const drawer = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLDivElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const from = useRef<string>(null)
  const known = contents !== null && contents !== 'missing'
  const page = known ? contents.pages.find(it => it.slug === slug) : undefined

  useEffect(() => {
    const before = document.activeElement
    ;(field.current ?? drawer.current)?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    }
  }, [])
  useLayoutEffect(() => {
    left = { ...left, query, slug }
  }, [query, slug])
  // A page is read from its heading; who goes back stands on the link that led to it.
  useEffect(() => {
    if (!known || !body.current) return
    const link = body.current.querySelector<HTMLElement>(`[data-page="${CSS.escape(from.current ?? '')}"]`)
    if (slug !== null) heading.current?.focus({ preventScroll: true })
    else link?.focus({ preventScroll: true })
    if (slug === null && link) link.scrollIntoView({ block: 'center' })
    else body.current.scrollTop = left.top
  }, [known, slug])

  const open = (to: string | null) => {
    if (to === null) from.current = slug
    left = { ...left, top: 0 }
    setSlug(to)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }

  return (
    <aside ref={drawer} className="drawer" aria-label="Allowed documents" tabIndex={-1} onKeyDown={pressed}>
      <div className="pane-head">
        <Icon name="book" />
        <h2>Allowed documents</h2>
        <span className="grow" />
        <button className="btn btn-xs btn-quiet" type="button" onClick={onClose}>
          <Icon name="close" />
          Close
        </button>
      </div>
      {page ? (
        <div className="drawer-find">
          <button className="btn btn-sm" type="button" onClick={() => open(null)}>
            <Icon name="chevron" className="ic-back" />
            All documents
          </button>
        </div>
      ) : (
        <div className="drawer-find">
          <label className="search">
            <Icon name="search" />
            <span className="vh">Search the documents</span>
            <input
              ref={field}
              className="input"
              type="search"
              placeholder="Search the documents"
              autoComplete="off"
              spellCheck={false}
              value={query}
              onChange={event => setQuery(event.target.value)}
            />
          </label>
        </div>
      )}
      <div
        ref={body}
        className={page ? 'drawer-page' : 'drawer-list'}
        onScroll={event => {
          left = { ...left, top: event.currentTarget.scrollTop }
        }}
      >
        {contents === null && <p className="drawer-say">The documents are on their way.</p>}
        {contents === 'missing' && (
          <p className="drawer-say" role="alert">
            The documents did not come: the server does not answer.{' '}
            <button className="btn btn-sm" type="button" onClick={retry}>
              Try again
            </button>
          </p>
        )}
        {known && !page && <DrawerList contents={contents} query={query} onOpen={open} />}
        {page && (
          <>
            <h2 ref={heading} tabIndex={-1}>
              {page.title}
            </h2>
            <Drawing inside={page.inside} onOpen={open} />
            <p className="meta">Checked against Kubernetes {page.checked}.</p>
          </>
        )}
      </div>
      {known && !page && (
        <p className="drawer-foot">
          Only sites that the exam allows are listed, by the{' '}
          <a href={contents.list.url} target="_blank" rel="noopener noreferrer">
            official list
            <span className="vh"> (opens in a new tab)</span>
          </a>{' '}
          of {monthInWords(contents.list.asOf)}. The quick references are ours: in the real exam they are not there.
        </p>
      )}
    </aside>
  )
}
