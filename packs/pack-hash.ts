import { createHash } from 'node:crypto'
import type { LabFiles } from '#engine/grade/lab-source.ts'

/** sha256 over names and texts, in name order, hex. Equal files have equal hashes, wherever they lie. */
export function labHash(files: LabFiles): string {
  const hash = createHash('sha256')
  for (const name of Object.keys(files).sort()) hash.update(`${name}\0${files[name]?.length}\0${files[name]}\0`)
  return hash.digest('hex')
}
