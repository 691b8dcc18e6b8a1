import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { limit } from '#engine/yaml/limits.ts'
import { entriesBelow } from '#packs/entries-below.ts'
import { packText } from '#packs/pack-text.ts'
import type { GivenText, UnreadFile } from './result.ts'

/** Files that are looked at in one call. */
const filesAtMost = 10_000

export interface Collected {
  readonly texts: readonly GivenText[]
  readonly unread: readonly UnreadFile[]
  readonly passedOver: number
}

/**
 * Reads what was named: files, everything below folders, and standard input for `-`. Nothing is read twice. In folders,
 * names that begin with a dot, `node_modules` and links are passed over. Never throws; every file that was named is
 * either a text or unread.
 *
 * @param stdinName how standard input is called
 */
export async function collect(names: readonly string[], stdin: Readable, stdinName = 'stdin'): Promise<Collected> {
  const texts = new Map<string, GivenText>()
  const unread: UnreadFile[] = []
  let [passedOver, looked] = [0, 0]

  const take = async (name: string, named: boolean, stream: () => Readable) => {
    const path = resolve(name).replaceAll('\\', '/')
    const known = texts.get(path)
    if (known) {
      if (named) texts.set(path, { ...known, named })
      return
    }
    const read = await textOf(name, stream)
    if (typeof read === 'string') texts.set(path, { name, path, text: read, named })
    else if (named || read.reason === 'unreadable') unread.push(read)
    else passedOver++
  }

  const takeFolder = async (folder: string) => {
    for await (const { path, kind } of entriesBelow(folder)) {
      if (path.split('/').includes('node_modules')) continue
      const name = join(folder, path).replaceAll('\\', '/')
      if (kind === 'odd') passedOver++
      else if (kind === 'unreadable') unread.push(unreadable(name, 'EACCES'))
      else if (++looked > filesAtMost) {
        const message = `${folder} holds more than ${filesAtMost} files, and the rest was not read. Name the folders inside it that matter.`
        unread.push({ name: folder, reason: 'too-large', message })
        return
      } else await take(name, false, () => createReadStream(name, { end: limit.size }))
    }
  }

  for (const name of names) {
    try {
      if (name === '-') await take(stdinName, true, () => stdin)
      else if ((await stat(name)).isDirectory()) await takeFolder(name)
      else await take(name, true, () => createReadStream(name, { end: limit.size }))
    } catch (fault) {
      unread.push(unreadable(name, codeOf(fault)))
    }
  }
  return { texts: [...texts.values()], unread, passedOver }
}

async function textOf(name: string, stream: () => Readable): Promise<string | UnreadFile> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of stream()) {
      const bytes = Buffer.from(piece)
      size += bytes.length
      if (size > limit.size) {
        const message = `${name} has more than ${limit.size >> 20} MiB, which is not read here. Make files of it that are smaller.`
        return { name, reason: 'too-large', message }
      }
      pieces.push(bytes)
    }
  } catch (fault) {
    return unreadable(name, codeOf(fault))
  }
  const text = packText(Buffer.concat(pieces))
  if (text !== undefined) return text
  return { name, reason: 'not-text', message: `${name} is no UTF-8 text. Name files of text.` }
}

function unreadable(name: string, code: string): UnreadFile {
  const message =
    code === 'ENOENT'
      ? `There is no file ${name}. Name a file or a folder that is there, or - for standard input.`
      : `${name} cannot be read (${code}). Give yourself the right to read it, or name another file.`
  return { name, reason: 'unreadable', message }
}

function codeOf(fault: unknown): string {
  return fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
}
