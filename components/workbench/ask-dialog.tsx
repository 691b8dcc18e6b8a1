'use client'

import { type ReactNode, useEffect, useId, useRef } from 'react'

interface AskDialogProps {
  readonly title: string
  readonly children: ReactNode
  /** The words on the two buttons: the act, and going on without it. */
  readonly act: string
  readonly stay: string
  onAct(): void
  onClose(): void
}

/** Asks before something that is not done lightly. The browser keeps the focus inside and gives it back. */
export function AskDialog({ title, children, act, stay, onAct, onClose }: AskDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="ask-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      <p>{children}</p>
      <form method="dialog" className="ask-acts">
        <button className="btn btn-sm" type="submit">
          {stay}
        </button>
        <button className="btn btn-sm btn-danger" type="submit" onClick={onAct}>
          {act}
        </button>
      </form>
    </dialog>
  )
}
