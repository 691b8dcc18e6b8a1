import type { LabFiles } from '#engine/grade/lab-source.ts'
import { limitsSentence, packLimits, sizeText } from '../pack-limits.ts'
import { packText } from '../pack-text.ts'
import { ArchiveFault } from './archive-fault.ts'
import { entryPath } from './entry-path.ts'

/** Takes the entries of an archive one after the other, and throws an ArchiveFault at the first that may not be. */
export interface Collector {
  /** Counts a record of the archive, whatever it is. */
  count(): void
  /** Looks at a folder's name. */
  folder(name: string): void
  /** Looks at a file's name and size before it is unpacked: its path, or undefined when it is passed over. */
  file(name: string, size: number): string | undefined
  /** Takes a file's content; `bytes` are no more than `file` was told. */
  add(path: string, bytes: Uint8Array): void
  /** Counts bytes that were unpacked, whatever they are. */
  unpacked(bytes: number): void
  readonly files: LabFiles
}

/** @param archive the size of the archive */
export function collector(archive: number): Collector {
  const files: Record<string, string> = Object.create(null)
  /** As systems compare names that know no case and no normal form → as it was written, and what it is. */
  const places = new Map<string, { readonly path: string; readonly kind: 'file' | 'folder' }>()
  let [records, taken, total, all] = [0, 0, 0, 0]

  const place = (path: string, kind: 'file' | 'folder') => {
    const key = path.normalize('NFKC').toLowerCase().normalize('NFKC')
    const there = places.get(key)
    if (there === undefined) places.set(key, { path, kind })
    else if (there.path !== path) {
      const say = `“${there.path}” and “${path}” are the same name on systems that do not tell case or accents apart.`
      throw new ArchiveFault('name-twice', path, `${say} Rename one.`)
    } else if (kind === 'file' || there.kind === 'file')
      throw new ArchiveFault('name-twice', path, `“${path}” is there twice. Pack it again with every name once.`)
  }
  const placeAll = (path: string, kind: 'file' | 'folder') => {
    for (let cut = path.indexOf('/'); cut > 0; cut = path.indexOf('/', cut + 1)) place(path.slice(0, cut), 'folder')
    place(path, kind)
  }

  return {
    files,
    count() {
      if (++records > packLimits.entries) throw tooMany()
    },
    folder(name) {
      const path = entryPath(name)
      if (path !== '' && !isHidden(path)) placeAll(path, 'folder')
    },
    file(name, size) {
      const path = entryPath(name)
      if (path === '') throw new ArchiveFault('name', '', 'A file in the archive has no name.')
      if (isHidden(path)) return undefined
      placeAll(path, 'file')
      if (++taken > packLimits.files) throw tooMany()
      total += size
      if (size > packLimits.bytesOfFile || total > packLimits.bytes)
        throw new ArchiveFault('too-large', path, limitsSentence)
      return path
    },
    add(path, bytes) {
      const text = packText(bytes)
      if (text === undefined) throw new ArchiveFault('not-text', path, 'This is no UTF-8 text. A pack holds text only.')
      files[path] = text
    },
    unpacked(bytes) {
      all += bytes
      if (all > packLimits.ratioFrom && all > packLimits.ratio * archive) {
        const say = `The archive has ${sizeText(archive)} and becomes more than ${packLimits.ratio} times as large.`
        throw new ArchiveFault('bomb', '', `${say} No pack does, so it was not unpacked.`)
      }
    },
  }
}

function tooMany(): ArchiveFault {
  return new ArchiveFault('too-many', '', `The archive holds too many files. ${limitsSentence}`)
}

/** As in a folder: what begins with a dot is the system's or a tool's. So is what macOS adds to a zip. */
function isHidden(path: string): boolean {
  return path.split('/').some(name => name.startsWith('.') || name === '__MACOSX')
}
