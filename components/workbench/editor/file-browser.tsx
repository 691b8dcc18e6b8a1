'use client'

import { type FormEvent, useEffect, useRef, useState } from 'react'
import { Icon } from '../../ui/icon.tsx'
import { useAttempt } from '../store.ts'
import { FileTree } from './file-tree.tsx'

interface FileBrowserProps {
  readonly hosts: readonly string[]
  readonly host: string
  onClose(): void
}

/** Opens a file of any host: by the tree, or by its path, which may be new. */
export function FileBrowser({ hosts, host: first, onClose }: FileBrowserProps) {
  const { open } = useAttempt()
  const [host, setHost] = useState(first)
  const [fault, setFault] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])

  const choose = (path: string) => {
    void open({ host, path })
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const path = normal(field.current?.value ?? '')
    if (path === undefined) setFault('A path starts at the root and names a file, as /etc/hosts does.')
    else choose(path)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere inside closes it
    <div className="files" onKeyDown={event => event.key === 'Escape' && onClose()}>
      <div className="files-head">
        <fieldset className="seg">
          <legend className="vh">Host</legend>
          {hosts.map(name => (
            <label key={name}>
              <input type="radio" name="files-host" checked={name === host} onChange={() => setHost(name)} />
              {name}
            </label>
          ))}
        </fieldset>
        <span className="grow" />
        <button className="btn btn-xs btn-icon" type="button" aria-label="Close the files" onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <form className="files-path" onSubmit={submit}>
        <label className="field">
          <span className="label">Path, also of a new file</span>
          <input
            ref={field}
            className="input mono"
            placeholder="/etc/kubernetes/…"
            autoComplete="off"
            spellCheck={false}
            aria-invalid={fault !== undefined}
            aria-describedby="files-fault"
          />
        </label>
        <button className="btn btn-sm" type="submit">
          Open
        </button>
      </form>
      <p className="field-error files-fault" id="files-fault">
        {fault}
      </p>
      <FileTree key={host} host={host} onChoose={choose} />
    </div>
  )
}

/** An absolute path without `.`, `..` and double slashes; undefined when it names no file. */
function normal(typed: string): string | undefined {
  const text = typed.trim()
  if (!text.startsWith('/') || text.endsWith('/')) return undefined
  const parts: string[] = []
  for (const part of text.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.length === 0 ? undefined : `/${parts.join('/')}`
}
