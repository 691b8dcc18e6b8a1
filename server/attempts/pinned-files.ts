import 'server-only'
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Lab } from '#engine/grade/lab.ts'
import type { LabFiles, LabSource } from '#engine/grade/lab-source.ts'
import { labHash } from '#packs/pack-hash.ts'
import { database } from '../database/client.ts'
import { patiently } from '../database/patiently.ts'
import { house } from '../house.ts'

/** A lab as an attempt pinned it: a corrected pack never changes a running attempt. */
export interface PinnedFiles {
  readonly files: LabFiles
  variant(index: number): Lab
}

/** Keeps the files of a lab by their hash, and answers the hash. */
export async function pinFiles(source: LabSource): Promise<string> {
  const hash = labHash(source.files)
  const known = await patiently(() => database().packFiles.findUnique({ where: { hash }, select: { hash: true } }))
  if (known !== null) return hash
  const files = new Uint8Array(await promisify(gzip)(JSON.stringify(source.files)))
  await patiently(() =>
    database().packFiles.upsert({ where: { hash }, create: { hash, labId: source.id, files }, update: {} }),
  )
  return hash
}

export async function pinnedFiles(labId: string, hash: string): Promise<PinnedFiles> {
  // Two packs may hold the same lab: its files are kept once, but what was read of them has the lab's id in it.
  const key = `${labId} ${hash}`
  const known = house().files.get(key)
  if (known !== undefined) return known
  const row = await patiently(() => database().packFiles.findUniqueOrThrow({ where: { hash } }))
  const files = JSON.parse((await promisify(gunzip)(row.files)).toString('utf8')) as LabFiles
  const { source, findings } = house().loadLab(labId, files)
  if (source === undefined)
    throw new Error(`${labId} as pinned cannot be read: ${findings[0]?.message ?? 'no reason given'}`)
  const labs = new Map<number, Lab>()
  const pinned: PinnedFiles = {
    files,
    variant(index) {
      const lab = labs.get(index) ?? source.variant(index)
      labs.set(index, lab)
      return lab
    },
  }
  house().files.set(key, pinned)
  return pinned
}
