import { readdir, stat } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { readFolder } from '#packs/read-folder.ts'
import { readLab } from '#packs/read-lab.ts'
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
  try {
    return await found(folder)
  } catch (fault) {
    if (!(fault instanceof Error && 'code' in fault)) throw fault
    return `${folder} cannot be read (${String(fault.code)}). Give yourself the right to read it, or name another folder.`
  }
}

/** A lab's folder with what was read of it. The folder has to be there. */
export async function labIn(folder: string): Promise<FoundLab> {
  const at = resolve(folder)
  const id = `${basename(dirname(at))}/${basename(at)}`
  const { files, findings } = await readFolder(at, '.')
  const loaded = await readLab(id, files)
  const all = [...findings, ...loaded.findings]
  return { id, folder, ...(loaded.source && { source: loaded.source }), findings: all }
}

export async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

async function found(folder: string): Promise<readonly FoundLab[] | string> {
  const at = resolve(folder)
  if (!(await isThere(at))) return `There is no folder ${folder}. Name the folder of a lab or of a pack.`
  if (!(await stat(at)).isDirectory()) return `${folder} is a file. Name the folder of a lab or of a pack.`
  if (await isThere(join(at, 'lab.yaml'))) return [await labIn(folder)]
  if (await isThere(join(at, 'pack.yaml'))) return pack(folder)
  const labs: FoundLab[] = []
  for (const name of await foldersIn(at))
    if (await isThere(join(at, name, 'pack.yaml'))) labs.push(...(await pack(join(folder, name))))
  return labs.length > 0
    ? labs
    : `${folder} holds neither lab.yaml nor pack.yaml. Name the folder of a lab or of a pack.`
}

async function pack(folder: string): Promise<readonly FoundLab[]> {
  const at = resolve(folder)
  const { findings } = await readPack(at)
  const labs: FoundLab[] = []
  for (const name of await foldersIn(at)) if (!name.startsWith('.')) labs.push(await labIn(join(folder, name)))
  const ofPack = findings.filter(({ file }) => file.split('/').length < 3)
  return ofPack.length > 0 ? [{ id: basename(at), folder: dirname(folder), findings: ofPack }, ...labs] : labs
}

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
}
