import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { entriesBelow } from '#packs/entries-below.ts'
import { unreadable } from './read-text.ts'
import type { UnreadFile } from './result.ts'

/** A file that could be linted. */
export interface Candidate {
  readonly name: string
  /** Whether it was named itself; else it lies in the folder that was. */
  readonly folder?: string
  open(): Readable
}

/**
 * What was named, one by one: files, everything below folders, and standard input for `-`. In folders, names that begin
 * with a dot and `node_modules` are left out, and links are `null`. Never throws.
 *
 * @param stdinName how standard input is called
 */
export async function* candidates(
  names: readonly string[],
  stdin: Readable,
  stdinName: string,
): AsyncGenerator<Candidate | UnreadFile | null> {
  for (const name of names) {
    try {
      if (name === '-') yield { name: stdinName, open: () => stdin }
      else if ((await stat(name)).isDirectory()) yield* candidatesBelow(name)
      else yield { name, open: () => createReadStream(name) }
    } catch (fault) {
      yield unreadable(name, fault)
    }
  }
}

async function* candidatesBelow(folder: string): AsyncGenerator<Candidate | UnreadFile | null> {
  for await (const { path, kind } of entriesBelow(folder)) {
    if (path.split('/').includes('node_modules')) continue
    const name = join(folder, path).replaceAll('\\', '/')
    if (kind === 'file') yield { name, folder, open: () => createReadStream(name) }
    else yield kind === 'odd' ? null : unreadable(name, 'EACCES')
  }
}
