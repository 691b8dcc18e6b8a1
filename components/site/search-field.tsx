'use client'

import Link from 'next/link'
import { useEffect, useRef } from 'react'
import { Icon } from '../ui/icon.tsx'

/** Ctrl+K (or Cmd+K) belongs to readline and the editor wherever a person types; Alt+K is free everywhere. */
function asksForSearch(event: KeyboardEvent): boolean {
  if (event.code !== 'KeyK' || event.shiftKey || event.getModifierState('AltGraph')) return false
  if (event.altKey) return !event.ctrlKey && !event.metaKey
  const typing = event.target instanceof Element && event.target.closest('.term, .monaco-editor, textarea') !== null
  return (event.ctrlKey || event.metaKey) && !typing
}

/** The header's search. A form that works without a script; below desk width it is a link to the search page. */
export function SearchField() {
  const field = useRef<HTMLInputElement>(null)
  const link = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!asksForSearch(event)) return
      event.preventDefault()
      if (field.current?.offsetParent) field.current.select()
      else link.current?.click()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])

  return (
    <>
      <search className="find-wrap">
        <form className="find" action="/search">
          <Icon name="search" />
          <input
            ref={field}
            type="search"
            name="q"
            aria-label="Find a lab or lesson"
            aria-keyshortcuts="Control+K Alt+K"
            placeholder="Find a lab or lesson"
          />
          <kbd>Ctrl</kbd>
          <kbd>K</kbd>
        </form>
      </search>
      <Link ref={link} className="btn btn-icon find-link" href="/search" aria-label="Find a lab or lesson">
        <Icon name="search" />
      </Link>
    </>
  )
}
