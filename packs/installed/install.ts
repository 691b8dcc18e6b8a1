import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { LabFiles } from '#engine/grade/lab-source.ts'
import { readFolder } from '../read-folder.ts'
import { draftPrefix, markerFile, versionFolder, versionHash } from './version-folder.ts'

/** A draft this old was left behind by a process that ended; in milliseconds. */
const abandonedAfter = 10 * 60_000

/**
 * Puts a validated pack among the others: written beside them first, then given its name in one step, so that nobody ever
 * sees a part of it. A version that is there already only becomes the newest again.
 * Throws the system's error when it cannot be written; nothing is left behind then.
 *
 * @param at milliseconds since the epoch
 * @returns the version's hash
 */
export async function putVersion(root: string, id: string, files: LabFiles, at: number): Promise<string> {
  const hash = versionHash(files)
  const target = join(root, versionFolder(id, hash))
  await mkdir(root, { recursive: true, mode: 0o700 })
  await sweep(root, at)
  const draft = join(root, `${draftPrefix}${randomUUID()}`)
  try {
    await mkdir(draft, { mode: 0o700 })
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(draft, path)), { recursive: true, mode: 0o700 })
      await writeFile(join(draft, path), text, { flag: 'wx', mode: 0o600 })
    }
    await writeFile(join(draft, markerFile), `${JSON.stringify({ installedAt: at })}\n`, { mode: 0o600 })
    if ((await hashOf(draft, id)) !== hash) throw new Error(`The disk does not keep the names of ${id} as they are.`)
    // What was changed by hand since is no longer this version.
    if ((await hashOf(target, id)) !== hash) await takeVersion(root, id, hash)
    await place(draft, target)
    return hash
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

/** Another process may have been faster with the same content: then its folder stays, and only its time is new. */
async function place(draft: string, target: string): Promise<void> {
  try {
    await rename(draft, target)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES'].includes(code) || !(await isFolder(target))) throw error
    await rename(join(draft, markerFile), join(target, markerFile))
  }
}

/** undefined: it is not there, or cannot be read. */
async function hashOf(folder: string, id: string): Promise<string | undefined> {
  return readFolder(folder, id).then(
    ({ files, findings }) => (findings.length === 0 ? versionHash(files) : undefined),
    () => undefined,
  )
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    it => it.isDirectory(),
    () => false,
  )
}

/** Takes a version away: out of sight in one step, then from the disk. false: it is not there. */
export async function takeVersion(root: string, id: string, hash: string): Promise<boolean> {
  const gone = join(root, `${draftPrefix}${randomUUID()}`)
  try {
    await rename(join(root, versionFolder(id, hash)), gone)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
  await rm(gone, { recursive: true, force: true })
  return true
}

async function sweep(root: string, now: number): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith(draftPrefix)) continue
    const path = join(root, name)
    const made = await stat(path).then(
      it => it.mtimeMs,
      () => now,
    )
    if (now - made > abandonedAfter) await rm(path, { recursive: true, force: true })
  }
}
