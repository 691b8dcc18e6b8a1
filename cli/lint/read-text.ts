import type { Readable } from 'node:stream'
import { limit } from '#engine/yaml/limits.ts'
import { packText } from '#packs/pack-text.ts'
import type { UnreadFile } from './result.ts'

/** The text of a file; what is too large is not read to its end. Never throws. */
export async function readText(name: string, open: () => Readable): Promise<string | UnreadFile> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of open()) {
      const bytes = Buffer.from(piece)
      size += bytes.length
      if (size > limit.size) {
        const message = `${name} has more than ${limit.size >> 20} MiB, which is not read here. Make files of it that are smaller.`
        return { name, reason: 'too-large', message }
      }
      pieces.push(bytes)
    }
  } catch (fault) {
    return unreadable(name, fault)
  }
  const text = packText(Buffer.concat(pieces))
  if (text !== undefined) return text
  return { name, reason: 'not-text', message: `${name} is no UTF-8 text. Name files of text.` }
}

/** @param fault what was thrown */
export function unreadable(name: string, fault: unknown): UnreadFile {
  const code = fault instanceof Error && 'code' in fault ? String(fault.code) : String(fault)
  const message =
    code === 'ENOENT'
      ? `There is no file ${name}. Name a file or a folder that is there, or - for standard input.`
      : `${name} cannot be read (${code}). Give yourself the right to read it, or name another file.`
  return { name, reason: 'unreadable', message }
}
