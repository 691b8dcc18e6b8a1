import { createHash } from 'node:crypto'
import { lstat } from 'node:fs/promises'
import { join } from 'node:path'
import { entriesBelow } from '../entries-below.ts'
import { packLimits } from '../pack-limits.ts'
import { markerFile } from './version-folder.ts'

/**
 * A word that changes when a folder does. Of a folder put there by hand every file's size and times are in it, because a
 * file that grows while it is copied leaves its folder's time alone; an installed one is never written again.
 */
export async function folderState(folder: string, installed: boolean): Promise<string> {
  if (installed) return `${await stateOf(folder)} ${await stateOf(join(folder, markerFile))}`
  const hash = createHash('sha256').update(await stateOf(folder))
  let count = 0
  try {
    for await (const { path, kind } of entriesBelow(folder)) {
      hash.update(`\0${path}\0${kind}\0${kind === 'file' ? await stateOf(join(folder, path)) : ''}`)
      if (++count > packLimits.files) break
    }
  } catch {
    // It is gone, or may not be read: reading it will say so.
    hash.update('unreadable')
  }
  return hash.digest('hex')
}

async function stateOf(path: string): Promise<string> {
  try {
    const { size, mtimeMs, ctimeMs, ino } = await lstat(path)
    return `${size} ${mtimeMs} ${ctimeMs} ${ino}`
  } catch {
    return 'gone'
  }
}
