import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabCard } from '#engine/grade/attempt-view.ts'
import type { LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { labCard } from './lab-card.ts'
import { type Pack, type ReadPack, readPack } from './read-pack.ts'

/** All labs that can be offered. */
export interface Library {
  readonly packs: readonly Pack[]
  /** In the order of packs and, within one, of folder names. */
  readonly labs: readonly LabSource[]
  readonly cards: readonly LabCard[]
  find(id: string): LabSource | undefined
  /** Faults of packs; a lab with one is not offered. */
  readonly findings: readonly PackFinding[]
}

/** Reads every pack in a folder of packs. */
export async function readLibrary(root: string): Promise<Library> {
  const entries = await readdir(root, { withFileTypes: true })
  const folders = entries.filter(entry => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name)
  const read = await Promise.all(folders.sort().map(name => readPack(join(root, name))))
  return libraryFrom(read)
}

/** The packs that come with the program, and after them others. Only what is without a fault may be handed in. */
export function libraryOf(builtIn: Library, others: readonly ReadPack[]): Library {
  return libraryFrom([...builtIn.packs.map(pack => packOf(builtIn, pack)), ...others], builtIn.findings)
}

function packOf({ labs }: Library, pack: Pack): ReadPack {
  return { pack, labs: labs.filter(({ id }) => id.startsWith(`${pack.id}/`)), findings: [] }
}

function libraryFrom(read: readonly ReadPack[], findings: readonly PackFinding[] = []): Library {
  const labs = read.flatMap(({ pack, labs }) => (pack ? labs : []))
  const byId = new Map(labs.map(lab => [lab.id, lab]))
  return {
    packs: read.flatMap(({ pack }) => (pack ? [pack] : [])),
    labs,
    cards: labs.map(labCard),
    find: id => byId.get(id),
    findings: [...findings, ...read.flatMap(({ findings }) => findings)],
  }
}

let kept: Promise<Library> | undefined

/** The packs in `labs/` of the working directory, read once for the process. */
export function builtInLabs(): Promise<Library> {
  kept ??= readLibrary(join(process.cwd(), 'labs'))
  return kept
}
