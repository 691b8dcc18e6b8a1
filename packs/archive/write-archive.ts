import { gzipSync, zipSync } from 'fflate'
import type { LabFiles } from '#engine/grade/lab-source.ts'
import { tarOf } from './write-tar.ts'

export type ArchiveForm = 'tgz' | 'zip'

/**
 * A pack as one archive: its folder with its files. The same files always give the same bytes: names in order, and nothing
 * of the machine, its clock or its zlib in it.
 *
 * @param id the folder's name in it
 */
export function writeArchive(id: string, files: LabFiles, form: ArchiveForm): Uint8Array {
  const paths = Object.keys(files).sort()
  const contents = paths.map((path): [string, Uint8Array] => [`${id}/${path}`, new TextEncoder().encode(files[path])])
  if (form === 'tgz') return gzipSync(tarOf(contents), { level: 9, mtime: 0 })
  // Zip knows local time only, and none before; the mode stands in the upper half of the attributes.
  const options = { level: 9, mtime: new Date(1980, 0, 1), os: 3, attrs: 0o100644 * 0x10000 } as const
  return zipSync(Object.fromEntries(contents.map(([path, bytes]) => [path, [bytes, options]])))
}
