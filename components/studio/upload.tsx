'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { type DragEvent, useRef, useState } from 'react'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Icon } from '../ui/icon.tsx'
import { studioPath } from './paths.ts'
import { ProblemList } from './problem-list.tsx'
import { uploadProblem } from './problems.ts'
import { type Sent, sendArchive } from './send-archive.ts'

interface UploadProps {
  /** The largest archive, in bytes, and in words. */
  readonly atMost: number
  readonly atMostText: string
  /** What a pack may have, as a sentence. */
  readonly limits: string
}

interface Sending {
  readonly name: string
  readonly share: number
  readonly control: AbortController
}

/** Takes an archive from the file picker or dropped on it, shows how far it is, and what came of it. */
export function Upload({ atMost, atMostText, limits }: UploadProps) {
  const router = useRouter()
  const field = useRef<HTMLInputElement>(null)
  const [sending, setSending] = useState<Sending>()
  const [sent, setSent] = useState<Sent>()
  const [over, setOver] = useState(false)

  const send = async (files: FileList | null) => {
    const [file] = files ?? []
    if (file === undefined || sending !== undefined) return
    const many = (files?.length ?? 0) > 1
    if (many || file.size > atMost) {
      const say = many
        ? 'Send one archive at a time.'
        : `${file.name} is larger than ${atMostText}, so it was not sent.`
      return setSent({ ok: false, say, faults: [] })
    }
    const control = new AbortController()
    setSent(undefined)
    setSending({ name: file.name, share: 0, control })
    const answer = await sendArchive(file, share => setSending({ name: file.name, share, control }), control.signal)
    setSending(undefined)
    setSent(answer)
    if (answer.ok) router.refresh()
  }
  const drag = (event: DragEvent, over: boolean) => {
    event.preventDefault()
    setOver(over)
  }

  return (
    <section className="st-upload" aria-labelledby="upload">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the field inside is the first */}
      <div
        className={over ? 'st-drop st-over' : 'st-drop'}
        onDragOver={event => drag(event, true)}
        onDragLeave={event => drag(event, false)}
        onDrop={event => {
          drag(event, false)
          void send(event.dataTransfer.files)
        }}
      >
        <div>
          <h2 id="upload">Install a pack from an archive</h2>
          <p className="muted">
            A <code>.tgz</code> or <code>.zip</code> of at most {atMostText}. {limits} It is looked through as a whole
            first; with a fault nothing of it is kept. Choose a file, or drop it here.
          </p>
        </div>
        <label className="btn st-pick">
          <Icon name="folder" />
          Choose an archive
          <input
            ref={field}
            type="file"
            className="vh"
            accept=".tgz,.gz,.zip"
            aria-disabled={sending !== undefined}
            onChange={event => {
              void send(event.currentTarget.files)
              // The same file may be chosen again once it is mended.
              event.currentTarget.value = ''
            }}
          />
        </label>
      </div>
      {sending && (
        <div className="st-bar">
          <progress max={1} value={sending.share} aria-label={`Sending ${sending.name}`} />
          <span>{sending.share < 1 ? `Sending ${sending.name}` : 'Looking through it'}</span>
          <button type="button" className="btn btn-sm" onClick={() => sending.control.abort()}>
            Stop
          </button>
        </div>
      )}
      <div role="status">{sent && <Outcome sent={sent} />}</div>
    </section>
  )
}

function Outcome({ sent }: { sent: Sent }) {
  if (sent.ok) {
    const { id, title, version, labs } = sent.pack
    return (
      <p className="st-said">
        <Glyph name="earned" /> “{title}” {version} is installed, with {counted(labs, 'lab')}.{' '}
        <Link href={studioPath(id)}>Look at it</Link>
      </p>
    )
  }
  return (
    <>
      <p className="st-said">
        <Glyph name="error" /> {sent.say}
      </p>
      {sent.faults.length > 0 && (
        <ProblemList problems={sent.faults.map(uploadProblem)} title="Faults of the archive" />
      )}
    </>
  )
}
