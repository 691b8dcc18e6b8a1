import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { candidates } from './candidates.ts'
import { isLintable } from './parts.ts'
import { readText } from './read-text.ts'
import type { GivenText, UnreadFile } from './result.ts'

/** What one call may ask of us: files that are looked at, and UTF-16 units of text that are kept. */
const atMost = { files: 10_000, units: 64 << 20 }

export interface Collected {
  readonly texts: readonly GivenText[]
  readonly unread: readonly UnreadFile[]
  /** Files in folders that are of no known kind, no text or too large. */
  readonly passedOver: number
}

export interface CollectHow {
  /** How standard input is called. */
  readonly stdinName?: string | undefined
  /** Whether every text is taken, whatever it says. */
  readonly any: boolean
}

/**
 * Reads what was named: every file, and in folders what can be linted. Nothing is taken twice. Never throws; a file that
 * was named is either a text or unread.
 */
export async function collect(names: readonly string[], stdin: Readable, how: CollectHow): Promise<Collected> {
  const texts = new Map<string, GivenText>()
  const unread: UnreadFile[] = []
  let [passedOver, looked, units] = [0, 0, 0]
  for await (const it of candidates(names, stdin, how.stdinName ?? 'stdin')) {
    if (it === null) passedOver++
    else if ('reason' in it) unread.push(it)
    else {
      const { name, folder, open } = it
      const named = folder === undefined
      const path = resolve(name).replaceAll('\\', '/')
      if (texts.has(path)) continue
      if (++looked > atMost.files || units > atMost.units) {
        unread.push(tooMuch(folder ?? name))
        break
      }
      const read = await readText(name, open)
      if (typeof read !== 'string') {
        if (named || read.reason === 'unreadable') unread.push(read)
        else passedOver++
      } else if (named || how.any || isLintable(read, path)) {
        units += read.length
        texts.set(path, { name, path, text: read })
      } else passedOver++
    }
  }
  return { texts: [...texts.values()], unread, passedOver }
}

function tooMuch(name: string): UnreadFile {
  const message = `At ${name} there are more than ${atMost.files} files, or more than ${atMost.units >> 20} MiB that can be linted, and the rest was not read. Name fewer files, or folders further inside.`
  return { name, reason: 'too-large', message }
}
