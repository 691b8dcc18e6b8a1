import { promisify } from 'node:util'
import { crc32, inflateRaw } from 'node:zlib'
import { packLimits } from '../pack-limits.ts'
import { ArchiveFault, nameText } from './archive-fault.ts'
import type { Collector } from './collect.ts'

/**
 * Reads a zip by its central directory (PKWARE APPNOTE 6.3), without ZIP64, encryption and parts, which no pack needs.
 * Each file is unpacked no further than its size says, and nothing after the first fault.
 */
export async function readZip(bytes: Uint8Array, into: Collector): Promise<void> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [count, start] = directory(view)
  let at = start
  const entries: { readonly entry: Entry; readonly path: string }[] = []
  for (let index = 0; index < count; index++) {
    into.count()
    const entry = readEntry(view, at)
    at = entry.end
    if (isLink(entry))
      throw new ArchiveFault('link', entry.name, `“${entry.name}” is a link. A pack holds files and folders only.`)
    if (!isPlain(entry)) {
      const say = `“${entry.name}” is neither a file nor a folder. A pack holds nothing else.`
      throw new ArchiveFault('not-a-file', entry.name, say)
    }
    if (entry.name.endsWith('/')) into.folder(entry.name)
    else {
      const path = into.file(entry.name, entry.size)
      if (path !== undefined) entries.push({ entry, path })
    }
  }
  for (const { entry, path } of entries) {
    const content = await unpack(view, entry)
    into.unpacked(content.length)
    into.add(path, content)
  }
}

interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** The file's mode where a Unix wrote it, else 0. */
  readonly mode: number
  readonly local: number
  readonly end: number
}

function broken(what: string): ArchiveFault {
  return new ArchiveFault('broken', '', `The archive cannot be read. ${what}. Pack it again.`)
}

/** How many entries the central directory has, and where it begins. Its record is at the end, before a comment. */
function directory(view: Buffer): readonly [count: number, start: number] {
  const from = Math.max(0, view.length - 22 - 0xffff)
  for (let at = view.length - 22; at >= from; at--) {
    if (view.readUInt32LE(at) !== 0x06054b50 || at + 22 + view.readUInt16LE(at + 20) !== view.length) continue
    const [disk, first, here, count] = [4, 6, 8, 10].map(field => view.readUInt16LE(at + field))
    const start = view.readUInt32LE(at + 16)
    if (disk !== 0 || first !== 0 || here !== count) throw broken('It is a part of one')
    if (count === undefined || count === 0xffff || start === 0xffffffff)
      throw broken('It is of the form for large archives, which packs do not need')
    return [count, start]
  }
  throw broken('It ends in the middle')
}

function readEntry(view: Buffer, at: number): Entry {
  if (at + 46 > view.length || view.readUInt32LE(at) !== 0x02014b50) throw broken('Its list of files is damaged')
  const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map(field => view.readUInt16LE(at + field))
  const end = at + 46 + name + extra + comment
  if (end > view.length) throw broken('Its list of files is damaged')
  const maker = view.readUInt8(at + 5)
  return {
    name: nameText(view.subarray(at + 46, at + 46 + name)),
    flags: view.readUInt16LE(at + 8),
    method: view.readUInt16LE(at + 10),
    crc: view.readUInt32LE(at + 16),
    packed: view.readUInt32LE(at + 20),
    size: view.readUInt32LE(at + 24),
    // 3 is Unix, 19 macOS; others keep no mode there.
    mode: maker === 3 || maker === 19 ? view.readUInt16LE(at + 40) : 0,
    local: view.readUInt32LE(at + 42),
    end,
  }
}

const TYPE = 0o170000

const isLink = ({ mode }: Entry) => (mode & TYPE) === 0o120000
const isPlain = ({ mode }: Entry) => [0, 0o100000, 0o040000].includes(mode & TYPE)

async function unpack(view: Buffer, { name, flags, method, crc, packed, size, local }: Entry): Promise<Uint8Array> {
  if ((flags & 1) !== 0) throw new ArchiveFault('broken', name, `“${name}” is encrypted. Pack it without a password.`)
  if (method !== 0 && method !== 8)
    throw new ArchiveFault('broken', name, `“${name}” is packed in a way that is not known here. Use the usual one.`)
  const wrong = () => new ArchiveFault('broken', name, `“${name}” is damaged, or not as large as the archive says.`)
  if (local + 30 > view.length || view.readUInt32LE(local) !== 0x04034b50) throw wrong()
  const nameEnd = local + 30 + view.readUInt16LE(local + 26)
  // A reader that goes by the other name must see the same file.
  if (view.subarray(local + 30, nameEnd).toString('utf8') !== name) throw wrong()
  const from = nameEnd + view.readUInt16LE(local + 28)
  const raw = view.subarray(from, from + packed)
  if (raw.length !== packed || size > packLimits.bytesOfFile) throw wrong()
  const content = method === 0 ? raw : await inflated(raw, size).catch(() => Promise.reject(wrong()))
  if (content.length !== size || crc32(content) !== crc) throw wrong()
  return content
}

function inflated(raw: Uint8Array, size: number): Promise<Uint8Array> {
  return promisify(inflateRaw)(raw, { maxOutputLength: Math.max(1, size) })
}
