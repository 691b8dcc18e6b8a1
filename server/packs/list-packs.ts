import 'server-only'
import type { PackList, PackSummary } from '#engine/grade/pack-view.ts'
import type { PackVersion } from '#packs/installed/pack-version.ts'
import { packsFolder } from '../data-folder.ts'
import { house } from '../house.ts'
import { newestFirst } from './find-version.ts'
import { provedLabs } from './kept-proofs.ts'

/** Every version of every pack, and what lies among them and is none. For instructors; the caller asks who they are. */
export async function listPacks(): Promise<PackList> {
  const [{ packs, labs, findings: faults }, { versions, findings }] = await Promise.all([
    house().builtIn(),
    house().packs.brought(),
  ])
  const builtIn = packs.map((pack): PackSummary => {
    const { id, title, version, licence, authors } = pack
    const own = labs.filter(lab => lab.id.startsWith(`${id}/`))
    const told = faults.filter(({ file }) => file === id || file.startsWith(`${id}/`)).length
    return {
      id,
      hash: '',
      origin: 'built-in',
      title,
      version,
      licence,
      authors,
      labs: own.length,
      offered: true,
      findings: told,
      proved: provedLabs(own),
    }
  })
  const brought = newestFirst(versions)
    .toSorted((a, b) => a.id.localeCompare(b.id, 'en'))
    .map(packSummary)
  return { packs: [...builtIn, ...brought], findings, folder: packsFolder() }
}

export function packSummary(version: PackVersion): PackSummary {
  const { id, hash, origin, pack, labs, installedAt, offered, findings } = version
  return {
    id,
    hash,
    origin,
    title: pack?.title ?? id,
    ...(pack && { version: pack.version, licence: pack.licence }),
    authors: pack?.authors ?? [],
    labs: labs.length,
    ...(installedAt !== undefined && { installedAt }),
    offered,
    findings: findings.length,
    proved: provedLabs(labs),
  }
}
