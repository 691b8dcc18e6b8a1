import { parentOf } from '../file-tree.ts'
import { followed, type Host } from '../world.ts'

/** A log file is cut at its beginning when it grows beyond this, as a rotation would; in characters. */
const logAtMost = 65_536

/** Adds lines to a log file as a service of root does; nothing happens where its directory is not there. */
export function appendLog(host: Host, path: string, lines: string, at: number): void {
  const { files } = host
  const found = followed(host, path)
  if (lines === '' || 'loop' in found || found.node?.kind === 'directory') return
  if (files.get(parentOf(found.path))?.kind !== 'directory') return
  const old = found.node?.kind === 'file' ? found.node : undefined
  if (old && typeof old.content !== 'string') return
  const whole = `${old?.content ?? ''}${lines}`
  const content =
    whole.length > logAtMost ? whole.slice(whole.indexOf('\n', whole.length - logAtMost * 0.75) + 1) : whole
  const { mode = 0o644, uid = 0, gid = 0 } = old ?? {}
  files.set(found.path, { kind: 'file', content, mode, uid, gid, mtime: at })
}
