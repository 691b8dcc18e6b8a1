import { cache } from 'react'
import { versionWord } from '#components/studio/paths.ts'
import { listPacks } from '#server/packs/list-packs.ts'
import { packView } from '#server/packs/pack-view.ts'
import { runningProof } from '#server/packs/proof-run.ts'

/** A version of a pack as the pages show it, with all versions of its id; null: there is none. */
export const shownPack = cache(async (id: string, asked: string) => {
  const pack = await packView(id, asked)
  if (pack === null) return null
  const { packs } = await listPacks()
  const run = runningProof()
  return {
    pack,
    version: versionWord(pack),
    versions: packs.filter(it => it.id === id),
    running: run && { run, ofVersion: run.pack === id && run.hash === pack.hash },
  }
})
