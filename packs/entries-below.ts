import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { packLimits } from './pack-limits.ts'

/** What lies below a folder: a file, or something that is not read, with the reason. */
export interface FolderEntry {
  /** With `/`, from the folder on. */
  readonly path: string
  readonly kind: 'file' | 'odd' | 'unreadable'
}

/**
 * Everything below a folder but folders themselves, in name order; names that begin with a dot are passed over, and links
 * are not followed. Throws only when the folder itself cannot be read.
 */
export async function* entriesBelow(folder: string, inner = '', depth = 1): AsyncGenerator<FolderEntry> {
  const entries = await readdir(join(folder, inner), { withFileTypes: true })
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue
    const path = inner === '' ? entry.name : `${inner}/${entry.name}`
    if (!entry.isDirectory()) yield { path, kind: entry.isFile() ? 'file' : 'odd' }
    else if (depth > packLimits.depth) yield { path, kind: 'odd' }
    else
      try {
        yield* entriesBelow(folder, path, depth + 1)
      } catch (fault) {
        // It is gone, or nobody may read it.
        if (!(fault instanceof Error && 'code' in fault)) throw fault
        yield { path, kind: 'unreadable' }
      }
  }
}
