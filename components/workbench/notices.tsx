'use client'

import type { ReactNode } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import { useAttempt, useWorkbench } from './store.ts'

/** What a person has to know about the attempt itself: another tab, a server that is away, an act that was refused. */
export function Notices({ thing = 'lab', children }: { thing?: 'lab' | 'task'; children?: ReactNode }) {
  const { store, reload } = useAttempt()
  const conflict = useWorkbench(state => state.conflict)
  const waiting = useWorkbench(state => state.waiting)
  const said = useWorkbench(state => state.said)
  return (
    <div className="wb-notices" role="status">
      {conflict && (
        <div className="note note-warn">
          <Glyph name="warning" />
          <p>Another tab went on with this {thing}. Reload to go on here.</p>
          <button className="btn btn-sm" type="button" onClick={() => void reload()}>
            Reload the {thing}
          </button>
        </div>
      )}
      {waiting > 0 && (
        <div className="note note-warn">
          <Glyph name="warning" />
          <p>
            The server does not answer. You can go on typing;{' '}
            {waiting === 1 ? 'the last step is' : `the last ${waiting} steps are`} kept in this tab.
          </p>
        </div>
      )}
      {said !== null && (
        <div className="note note-info">
          <Glyph name="info" />
          <p>{said}</p>
          <button className="btn btn-sm" type="button" onClick={() => store.change({ do: 'say', say: null })}>
            Put away
          </button>
        </div>
      )}
      {children}
    </div>
  )
}
