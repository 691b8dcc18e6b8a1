'use client'

import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useCallback, useRef, useState } from 'react'
import { AskDialog } from '../workbench/ask-dialog.tsx'
import type { Command } from './entry.ts'
import type { OverlayProps } from './overlays.tsx'
import { pageHasWork } from './page-commands.ts'
import { inExam } from './page-kind.ts'
import { ResultList } from './result-list.tsx'
import type { Row } from './rows.ts'
import { useModal } from './use-modal.ts'
import { useRows } from './use-rows.ts'
import './palette.css'

/** Finds labs, lessons, commands and findings. A dialog of the browser: it keeps the focus inside and gives it back. */
export function Palette({ onOpen, onClose }: OverlayProps) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const chosen = useRef<Row>(null)
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [asking, setAsking] = useState<Command | null>(null)
  const { groups, missing } = useRows(query)
  const words = inExam() ? 'Find a command' : 'Find a lab, lesson or command'
  const rows = groups.flatMap(it => it.rows)

  const take = useCallback(() => {
    const typed = onOpen()
    if (typed !== '') setQuery(query => query + typed)
  }, [onOpen])
  useModal(dialog, take)

  /** The palette closes first, so that the focus is back where it was before anything else happens. */
  const choose = (row: Row | undefined) => {
    if (!row || row.off) return
    chosen.current = row
    dialog.current?.close()
  }
  const closed = () => {
    const leads = chosen.current?.leads
    if (leads && 'command' in leads && leads.command.ask) return setAsking(leads.command)
    onClose()
    if (!leads) return
    if ('command' in leads) leads.command.act()
    // Leaving a page with work of its own loads the next one anew, so that the browser asks when something is not stored.
    else if (pageHasWork()) location.assign(leads.to)
    else router.push(leads.to)
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (event.key === 'Enter') choose(rows[at])
    else if (by !== undefined) setAt(moved(at, by, rows.length))
    else return
    event.preventDefault()
  }

  if (asking?.ask) {
    const { title, text, act, stay } = asking.ask
    return (
      <AskDialog title={title} act={act} stay={stay} onAct={asking.act} onClose={onClose}>
        {text}
      </AskDialog>
    )
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Escape, which is the browser's
    <dialog
      ref={dialog}
      className="palette"
      data-overlay-of="palette"
      aria-label="Find"
      onClose={closed}
      onClick={event => event.target === dialog.current && dialog.current.close()}
    >
      <div className="palette-in">
        <input
          className="input"
          type="text"
          role="combobox"
          aria-label={words}
          aria-expanded={rows.length > 0}
          aria-controls="palette-list"
          aria-autocomplete="list"
          aria-activedescendant={rows[at] ? `palette-${at}` : undefined}
          placeholder={words}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={event => {
            setQuery(event.target.value)
            setAt(0)
          }}
          onKeyDown={pressed}
        />
        <ResultList groups={groups} at={at} onPoint={setAt} onChoose={choose} />
        {missing && <p className="palette-say">The list of pages did not come: the server does not answer.</p>}
        <p className="vh" role="status">
          {rows.length > 0 && `${rows.length} found`}
        </p>
      </div>
    </dialog>
  )
}

/** One step goes round; a page stops at the ends. */
function moved(at: number, by: number, length: number): number {
  if (length === 0) return 0
  return Math.abs(by) === 1 ? (at + by + length) % length : Math.min(length - 1, Math.max(0, at + by))
}
