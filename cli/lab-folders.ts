import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { readFolder } from '#packs/read-folder.ts'
import { readPack } from '#packs/read-pack.ts'

/** A lab that was asked for, readable or not. Files in findings are named from its folder on. */
export interface FoundLab {
  readonly id: string
  readonly folder: string
  readonly source?: LabSource
  readonly findings: readonly PackFinding[]
}

/** The labs of a folder that is a lab, a pack, or holds packs; a sentence when it is none of them. */
export async function labFolders(folder: string): Promise<readonly FoundLab[] | string> {
  const at = resolve(folder)
  if (!(await isThere(at))) return `There is no folder ${folder}. Name the folder of a lab or of a pack.`
  if (await isThere(join(at, 'lab.yaml'))) return [await one(at, folder)]
  if (await isThere(join(at, 'pack.yaml'))) return pack(at, folder)
  const found: FoundLab[] = []
  for (const entry of (await readdir(at, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory() && (await isThere(join(at, entry.name, 'pack.yaml'))))
      found.push(...(await pack(join(at, entry.name), join(folder, entry.name))))
  return found.length > 0
    ? found
    : `${folder} holds neither lab.yaml nor pack.yaml. Name the folder of a lab or of a pack.`
}

async function pack(at: string, folder: string): Promise<readonly FoundLab[]> {
  const { findings } = await readPack(at)
  const entries = await readdir(at, { withFileTypes: true })
  const labs: FoundLab[] = []
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (entry.isDirectory() && !entry.name.startsWith('.'))
      labs.push(await one(join(at, entry.name), join(folder, entry.name)))
  const ofPack = findings.filter(({ file }) => file.split('/').length < 3)
  return ofPack.length > 0 ? [{ id: basename(at), folder, findings: ofPack }, ...labs] : labs
}

async function one(at: string, folder: string): Promise<FoundLab> {
  const id = `${basename(dirname(at))}/${basename(at)}`
  const { files, findings } = await readFolder(at, '.')
  const loaded = loadLab(id, files)
  const all = [...findings, ...loaded.findings]
  return { id, folder, ...(loaded.source && { source: loaded.source }), findings: all }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}
