import type { LabFiles } from '#engine/grade/lab-source.ts'
import { readArchive } from '#packs/archive/read-archive.ts'
import { writeArchive } from '#packs/archive/write-archive.ts'
import { builtInLabs } from '#packs/library.ts'
import { packFrom, type ReadPack } from '#packs/read-pack.ts'
import { highestMegabytes } from './highest-megabytes.ts'

export interface LargePack {
  readonly labs: ReadPack['labs']
  readonly archiveKilobytes: number
  /** From the archive's bytes to labs that can be offered. */
  readonly readSeconds: number
  readonly megabytes: number
}

/** A pack of `count` labs, the built-in ones again and again, written as an archive and read back. */
export async function largePack(count: number): Promise<LargePack> {
  const { labs } = await builtInLabs()
  const files: Record<string, string> = {
    'pack.yaml': 'title: Large\nversion: "1"\nlicence: CC0-1.0\nauthors: [Bench]\n',
  }
  for (let index = 0; index < count; index++) {
    const lab = labs[index % labs.length]
    if (lab === undefined) throw new Error('there are no built-in labs')
    for (const [path, text] of Object.entries(lab.files)) files[`lab-${index}/${path}`] = text
  }
  const archive = writeArchive('large', files satisfies LabFiles, 'tgz')
  const memory = highestMegabytes()
  const began = performance.now()
  const read = await readArchive(archive, 'large.tgz')
  const pack = 'archived' in read ? await packFrom(read.archived.id, read.archived.files) : read
  const readSeconds = Math.round((performance.now() - began) / 10) / 100
  const [fault] = pack.findings
  if (fault !== undefined || !('labs' in pack)) throw new Error(`${fault?.file}: ${fault?.message}`)
  return { labs: pack.labs, archiveKilobytes: Math.round(archive.length / 1024), readSeconds, megabytes: memory.stop() }
}
