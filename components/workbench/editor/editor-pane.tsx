'use client'

import dynamic from 'next/dynamic'
import { useCallback, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useFound } from '../findings/findings.ts'
import { keyOf } from '../state.ts'
import { useWorkbench } from '../store.ts'
import { FileTabs } from './file-tabs.tsx'
import { PlainText } from './plain-text.tsx'

const FileBrowser = dynamic(() => import('./file-browser.tsx').then(it => it.FileBrowser), { ssr: false })
const Problems = dynamic(() => import('../findings/problems.tsx').then(it => it.Problems), { ssr: false })
const MonacoHost = dynamic(() => import('./monaco-host.tsx').then(it => it.MonacoHost), { ssr: false })

/** The host's files: tabs, the tree of what else is there, and the editor, which is plain text until Monaco has come. */
export function EditorPane({ hosts, host }: { hosts: readonly string[]; host: string }) {
  const file = useWorkbench(state => state.files.find(it => keyOf(it) === state.active))
  const [browsing, setBrowsing] = useState(false)
  const [ready, setReady] = useState(false)
  const finding = useFound(state => state.on)
  const onReady = useCallback(() => setReady(true), [])
  const editable = file !== undefined && file.refused === undefined
  return (
    <section className="pane pane-b" id="editor" data-pane="editor" aria-label="Editor">
      <div className="tabs">
        <FileTabs host={host} />
        <span className="tabs-end">
          <button
            className="btn btn-xs btn-quiet"
            type="button"
            aria-expanded={browsing}
            onClick={() => setBrowsing(!browsing)}
          >
            <Icon name="folder" />
            Files
          </button>
        </span>
      </div>
      <div className="ed-body" id="editor-body" role="tabpanel" aria-label={file ? file.path : 'Editor'}>
        {browsing && <FileBrowser hosts={hosts} host={host} onClose={() => setBrowsing(false)} />}
        {editable && !ready && <PlainText file={file} />}
        <div className="ed-place" hidden={!editable || !ready}>
          <MonacoHost onReady={onReady} />
        </div>
        {file?.refused !== undefined && <p className="ed-none">{file.refused}</p>}
        {file === undefined && (
          <p className="ed-none">No file is open. Choose one under Files, or type vim and a path in the terminal.</p>
        )}
      </div>
      {finding && ready && <Problems />}
    </section>
  )
}
