'use client'

import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Listed } from '../acts.ts'
import { useAttempt } from '../store.ts'

interface FileTreeProps {
  readonly host: string
  onChoose(path: string): void
}

type Listing = Readonly<Record<string, readonly Listed[]>>

// Where a lab's files usually are; the rest is a click away.
const openAtFirst = ['/', '/etc', '/etc/kubernetes']

/** The host's file system as an ARIA tree; a folder is listed when it is opened. */
export function FileTree({ host, onChoose }: FileTreeProps) {
  const { id, acts } = useAttempt()
  const [listing, setListing] = useState<Listing>({})
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set(openAtFirst))
  const [current, setCurrent] = useState('/')

  const list = useCallback(
    async (path: string) => {
      const answer = await acts.listFiles({ attempt: id, host, path }).catch(() => undefined)
      if (answer?.ok) setListing(known => ({ ...known, [path]: answer.files }))
    },
    [acts, id, host],
  )
  useEffect(() => {
    for (const path of openAtFirst) void list(path)
  }, [list])

  const toggle = (path: string) => {
    const next = new Set(open)
    if (!next.delete(path)) {
      next.add(path)
      void list(path)
    }
    setOpen(next)
  }

  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    const items = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role="treeitem"]'))
    const at = items.findIndex(item => item.dataset.path === current)
    const to = target(event.key, items, at)
    const path = items[at]?.dataset.path ?? ''
    const folder = items[at]?.hasAttribute('aria-expanded')
    if (to !== undefined) focus(items[to])
    else if (event.key === 'ArrowRight' && folder && !open.has(path)) toggle(path)
    else if (event.key === 'ArrowRight' && folder) focus(items[at + 1])
    else if (event.key === 'ArrowLeft' && open.has(path)) toggle(path)
    else if (event.key === 'ArrowLeft') focus(items.find(item => item.dataset.path === parent(path)))
    else if (event.key === 'Enter' || event.key === ' ') folder ? toggle(path) : onChoose(path)
    else return
    event.preventDefault()
  }
  const focus = (item: HTMLElement | undefined) => {
    if (item?.dataset.path === undefined) return
    setCurrent(item.dataset.path)
    item.focus()
  }

  const rows = (folder: string, level: number) => (
    // biome-ignore lint/a11y/useSemanticElements: a group of a tree is no fieldset
    <div role="group">
      {(listing[folder] ?? []).map(({ name, kind }) => {
        const path = folder === '/' ? `/${name}` : `${folder}/${name}`
        const expanded = kind === 'directory' ? open.has(path) : undefined
        return (
          <div key={path} role="none">
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys */}
            <div
              role="treeitem"
              className="tree-row"
              aria-level={level}
              aria-expanded={expanded}
              aria-selected={current === path}
              tabIndex={current === path ? 0 : -1}
              data-path={path}
              onClick={() => {
                setCurrent(path)
                if (expanded === undefined) onChoose(path)
                else toggle(path)
              }}
            >
              {expanded === undefined ? <span className="ic" /> : <Icon name={expanded ? 'chevron-down' : 'chevron'} />}
              <Icon name={kind === 'directory' ? 'folder' : 'file'} />
              {name}
            </div>
            {expanded && rows(path, level + 1)}
          </div>
        )
      })}
    </div>
  )
  return (
    <div className="tree" role="tree" aria-label={`Files of ${host}`} onKeyDown={pressed}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the tree has the keys */}
      <div
        role="treeitem"
        className="tree-row"
        aria-level={1}
        aria-expanded={open.has('/')}
        aria-selected={current === '/'}
        tabIndex={current === '/' ? 0 : -1}
        data-path="/"
        onClick={() => toggle('/')}
      >
        <Icon name={open.has('/') ? 'chevron-down' : 'chevron'} />
        <Icon name="host" />
        {host}
      </div>
      {open.has('/') && rows('/', 2)}
    </div>
  )
}

/** Where Up, Down, Home, End or a letter leads to in the rows that are seen; undefined for other keys. */
function target(key: string, items: readonly HTMLElement[], at: number): number | undefined {
  if (key === 'ArrowDown') return Math.min(at + 1, items.length - 1)
  if (key === 'ArrowUp') return Math.max(at - 1, 0)
  if (key === 'Home') return 0
  if (key === 'End') return items.length - 1
  if (!/^\S$/.test(key)) return undefined
  const named = (index: number) => items[index % items.length]?.textContent?.toLowerCase().startsWith(key.toLowerCase())
  for (let index = at + 1; index <= at + items.length; index++) if (named(index)) return index % items.length
  return at
}

function parent(path: string): string {
  const cut = path.lastIndexOf('/')
  return cut <= 0 ? '/' : path.slice(0, cut)
}
