import { packLimits } from '../pack-limits.ts'
import { ArchiveFault, nameText } from './archive-fault.ts'
import type { Collector } from './collect.ts'

const BLOCK = 512
/** A record about the next entry's name; no name needs more. */
const recordAtMost = 64 * 1024

/**
 * Reads a tar as it is unpacked (POSIX.1-2001 ustar and pax, GNU long names), and stops at the first fault: nothing is
 * unpacked that is not looked at.
 */
export async function readTar(chunks: AsyncIterable<Uint8Array>, into: Collector): Promise<void> {
  const { take, end } = reader(chunks, into)
  let longName: string | undefined
  try {
    for (;;) {
      const header = await take(BLOCK)
      if (header.every(byte => byte === 0)) return
      into.count()
      if (!sumIsRight(header)) throw broken('It is no tar archive inside')
      const size = octal(header, 124, 12)
      const type = String.fromCharCode(header[156] || 0x30)
      const name = longName ?? ownName(header)
      const content = async (atMost: number) => {
        if (size > atMost) throw broken('A record in it is too large')
        return (await take(Math.ceil(size / BLOCK) * BLOCK)).subarray(0, size)
      }
      longName = undefined
      switch (type) {
        case '0':
        case '7': {
          // Old tools mark a folder by the slash alone.
          const path = name.endsWith('/') ? into.folder(name) : into.file(name, size)
          const bytes = await content(packLimits.bytesOfFile)
          if (path !== undefined) into.add(path, bytes)
          break
        }
        case '5':
          into.folder(name)
          await content(0)
          break
        case 'x':
          longName = paxPath(await content(recordAtMost))
          break
        case 'g':
          await content(recordAtMost)
          break
        case 'L':
          longName = nameText(await content(recordAtMost)).replace(/\0.*$/s, '')
          break
        case '1':
        case '2':
        case 'K':
          throw new ArchiveFault('link', name, `“${name}” is a link. A pack holds files and folders only.`)
        default:
          throw new ArchiveFault(
            'not-a-file',
            name,
            `“${name}” is neither a file nor a folder. A pack holds nothing else.`,
          )
      }
    }
  } finally {
    await end()
  }
}

function broken(what: string): ArchiveFault {
  return new ArchiveFault('broken', '', `The archive cannot be read. ${what}. Pack it again.`)
}

function reader(chunks: AsyncIterable<Uint8Array>, into: Collector) {
  const source = chunks[Symbol.asyncIterator]()
  let held: Uint8Array = new Uint8Array(0)
  return {
    async take(count: number): Promise<Uint8Array> {
      while (held.length < count) {
        const { done, value } = await source.next()
        if (done) throw broken('It ends in the middle')
        into.unpacked(value.length)
        held = held.length === 0 ? value : Buffer.concat([held, value])
      }
      const piece = held.subarray(0, count)
      held = held.subarray(count)
      return piece
    },
    end: async () => void (await source.return?.()),
  }
}

/** The sum of the header's bytes, with blanks for the field that holds it. */
function sumIsRight(header: Uint8Array): boolean {
  const sum = header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0)
  return sum === octalOrNot(header, 148, 8)
}

/** A number field; those in base 256 are for sizes that no pack has. */
function octal(header: Uint8Array, from: number, length: number): number {
  const value = octalOrNot(header, from, length)
  if (value === undefined) throw broken('A number in it cannot be read')
  return value
}

function octalOrNot(header: Uint8Array, from: number, length: number): number | undefined {
  const text = Buffer.from(header.subarray(from, from + length)).toString('latin1')
  const digits = /^[ \0]*([0-7]*)[ \0]*$/.exec(text)?.[1]
  return digits === undefined ? undefined : digits === '' ? 0 : Number.parseInt(digits, 8)
}

function ownName(header: Uint8Array): string {
  const field = (from: number, length: number) => {
    const bytes = header.subarray(from, from + length)
    const end = bytes.indexOf(0)
    return nameText(end < 0 ? bytes : bytes.subarray(0, end))
  }
  const isPosix = Buffer.from(header.subarray(257, 263)).toString('latin1') === 'ustar\0'
  const prefix = isPosix ? field(345, 155) : ''
  return prefix === '' ? field(0, 100) : `${prefix}/${field(0, 100)}`
}

/** Records are `<length> <key>=<value>\n`. A size of its own is for files that no pack has. */
function paxPath(bytes: Uint8Array): string | undefined {
  let path: string | undefined
  for (let at = 0; at < bytes.length; ) {
    const blank = bytes.indexOf(0x20, at)
    const length = Number(nameText(bytes.subarray(at, blank < 0 ? at : blank)))
    if (!Number.isInteger(length) || length <= 0 || at + length > bytes.length || at + length <= blank)
      throw broken('A record about a name cannot be read')
    const [, key, value] = /^([^=]*)=(.*)\n$/s.exec(nameText(bytes.subarray(blank + 1, at + length))) ?? []
    if (key === 'path') path = value
    if (key === 'size' || key?.startsWith('GNU.sparse'))
      throw broken('It holds a file in a form that packs do not need')
    at += length
  }
  return path
}
