import 'server-only'
import { join } from 'node:path'
import type { PackVersion } from '#packs/installed/pack-version.ts'
import { readFolder } from '#packs/read-folder.ts'
import { house } from '../house.ts'

/**
 * A version of a pack by its hash; `folder` is the one that was put there by hand, whose hash changes with every edit.
 * Without a hash the one that is offered, else the newest. undefined: there is none.
 */
export async function findVersion(id: string, hash?: string): Promise<PackVersion | undefined> {
  const { versions } = await house().packs.brought()
  const meant = (it: PackVersion) => !hash || (hash === 'folder' ? it.origin === 'folder' : it.hash === hash)
  const own = newestFirst(versions.filter(it => it.id === id && meant(it)))
  const builtIn = hash ? undefined : await builtInVersion(id)
  return builtIn ?? own.find(it => it.offered) ?? own[0]
}

export function newestFirst(versions: readonly PackVersion[]): readonly PackVersion[] {
  return versions.toSorted((a, b) => (b.installedAt ?? 0) - (a.installedAt ?? 0))
}

async function builtInVersion(id: string): Promise<PackVersion | undefined> {
  const { packs, labs } = await house().builtIn()
  const pack = packs.find(it => it.id === id)
  if (pack === undefined) return undefined
  const { files, findings } = await readFolder(join(process.cwd(), 'labs', id), id)
  const own = labs.filter(lab => lab.id.startsWith(`${id}/`))
  return { id, hash: '', origin: 'built-in', folder: id, pack, labs: own, files, findings, offered: true }
}
