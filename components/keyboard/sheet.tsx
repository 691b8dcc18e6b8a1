'use client'

import { useEffect, useRef } from 'react'
import type { OverlayProps } from '../palette/overlays.tsx'
import { inExam } from '../palette/page-kind.ts'
import { useModal } from '../palette/use-modal.ts'
import { Icon } from '../ui/icon.tsx'
import { KeyGroups } from './key-groups.tsx'
import './keys.css'

/** All keys over the page. The browser keeps the focus inside, closes it on Escape, and gives the focus back. */
export function Sheet({ onOpen, onClose }: OverlayProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const keys = useRef<HTMLElement>(null)
  useModal(dialog, onOpen)
  // Arrows scroll the keys at once.
  useEffect(() => keys.current?.focus(), [])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard closes it by Escape, which is the browser's, and F1
    <dialog
      ref={dialog}
      className="key-sheet"
      data-overlay-of="sheet"
      aria-labelledby="key-sheet"
      onClose={onClose}
      onClick={event => event.target === dialog.current && dialog.current.close()}
    >
      <div className="key-sheet-head">
        <h2 id="key-sheet">Keyboard</h2>
        <span className="grow" />
        <a href="/help" target="_blank" rel="noreferrer">
          Help page
        </a>
        <button
          className="btn btn-sm btn-icon"
          type="button"
          aria-label="Close"
          onClick={() => dialog.current?.close()}
        >
          <Icon name="close" />
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a list that scrolls can be scrolled by keyboard */}
      <section ref={keys} className="key-cols" tabIndex={0} aria-label="Keys">
        <KeyGroups heading="h3" exam={inExam()} />
      </section>
    </dialog>
  )
}
