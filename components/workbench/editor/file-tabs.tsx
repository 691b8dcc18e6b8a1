'use client'

import type { KeyboardEvent } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { CountChip } from '../findings/count-chip.tsx'
import { type EditorFile, isDirty, keyOf } from '../state.ts'
import { useAttempt, useWorkbench } from '../store.ts'
import { moveTab } from '../tab-keys.ts'

/** A tab for each open file. Delete or the middle button closes one; closing never throws typed text away. */
export function FileTabs({ host }: { host: string }) {
  const { store, saveAll } = useAttempt()
  const files = useWorkbench(state => state.files)
  const active = useWorkbench(state => state.active)

  const close = async (key: string) => {
    if (await saveAll()) store.change({ do: 'close', key })
  }
  const pressed = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Delete' && active !== null) void close(active)
    else moveTab(event, true)
  }
  return (
    <div className="tablist" role="tablist" aria-label="Open files" onKeyDown={pressed}>
      {files.map(file => {
        const key = keyOf(file)
        return (
          <button
            key={key}
            className="tab mono"
            type="button"
            role="tab"
            aria-selected={key === active}
            aria-controls="editor-body"
            aria-keyshortcuts="Delete"
            tabIndex={key === active ? 0 : -1}
            title={`${file.path} on ${file.host}`}
            onClick={() => store.change({ do: 'show', key })}
            onAuxClick={event => event.button === 1 && void close(key)}
          >
            <Icon name="file" />
            {nameIn(file, files, host)}
            <CountChip file={key} />
            {isDirty(file) && <span className="dirty" role="img" aria-label="not saved" />}
            {/* The keyboard closes with Delete. A button inside of a tab would confuse screen readers. */}
            <span
              className="tab-close"
              aria-hidden="true"
              title="Close"
              onClick={event => {
                event.stopPropagation()
                void close(key)
              }}
            >
              <Icon name="close" />
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** The last part of the path, with what tells it from another open file of that name or from the task's host. */
function nameIn(file: EditorFile, files: readonly EditorFile[], host: string): string {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1)
  const twin = files.some(it => it !== file && it.host === file.host && it.path.endsWith(`/${name}`))
  const path = twin ? file.path.split('/').slice(-2).join('/') : name
  return file.host === host ? path : `${path} on ${file.host}`
}
