import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { curriculum } from '../curriculum.ts'
import { packLimits } from '../pack-limits.ts'
import { readFolder } from '../read-folder.ts'
import { packFrom } from '../read-pack.ts'
import { folderState } from './folder-state.ts'
import type { PackVersion } from './pack-version.ts'
import { markerFile, parseVersionFolder, type VersionFolder, versionHash } from './version-folder.ts'

/** What was read of a folder, and the state it was in. */
export interface ScannedFolder {
  readonly state: string
  readonly version: PackVersion
}

export interface Scan {
  /** By the folder's name, in its order. */
  readonly folders: ReadonlyMap<string, ScannedFolder>
  /** What lies among the packs and is none. */
  readonly findings: readonly PackFinding[]
}

export const nothingScanned: Scan = { folders: new Map(), findings: [] }

/** Looks through the folder of packs; what has not changed since `before` is not read again. Never throws for what is there. */
export async function scanPacks(root: string, before: Scan): Promise<Scan> {
  const findings: PackFinding[] = []
  const folders = new Map<string, ScannedFolder>()
  const fault = (code: string, file: string, message: string) => void findings.push({ code, file, message })
  const packs: { readonly name: string; readonly named: VersionFolder }[] = []
  for (const name of await foldersIn(root, fault)) {
    const named = parseVersionFolder(name)
    if (named) packs.push({ name, named })
    else fault('pack-id', name, "A pack's folder is named in small letters, digits and hyphens.")
  }
  for (const { name, named } of packs.slice(0, packLimits.versions)) {
    // Taken first, so that what changes while it is read is read again.
    const state = await folderState(join(root, name), named.hash !== undefined)
    const known = before.folders.get(name)
    const scanned = known?.state === state ? known : { state, version: await readVersion(root, name, named) }
    if (scanned.version !== undefined) folders.set(name, { state, version: scanned.version })
  }
  if (packs.length > packLimits.versions)
    fault('too-many', '.', `Only the first ${packLimits.versions} folders are read. Remove versions that nobody needs.`)
  return { folders, findings: findings.slice(0, packLimits.findings) }
}

async function foldersIn(root: string, fault: (code: string, file: string, message: string) => void) {
  try {
    const entries = await readdir(root, { withFileTypes: true })
    const seen = entries.filter(({ name }) => !name.startsWith('.')).sort((a, b) => (a.name < b.name ? -1 : 1))
    for (const it of seen.filter(it => !it.isDirectory()).slice(0, packLimits.versions))
      fault(
        'not-a-pack',
        it.name,
        'This is no folder. A pack is a folder here; links are not followed, and archives are installed in Studio.',
      )
    return seen.filter(it => it.isDirectory()).map(({ name }) => name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    // Without the folder there are no packs, which is nothing wrong.
    if (code !== 'ENOENT') fault('unreadable', '.', `The folder of packs cannot be read (${code}).`)
    return []
  }
}

/** undefined: it is gone. */
async function readVersion(root: string, folder: string, named: VersionFolder): Promise<PackVersion | undefined> {
  const { id } = named
  try {
    const { files, findings } = await readFolder(join(root, folder), id)
    const read = await packFrom(id, files, await curriculum())
    const hash = versionHash(files)
    const changed = {
      code: 'changed',
      file: id,
      message: `The files of \`${folder}\` are not those that were installed. Remove this version, and install it again.`,
    }
    const kept = named.hash === undefined ? {} : { installedAt: await installedAt(join(root, folder)) }
    return {
      id,
      hash: named.hash ?? hash,
      origin: named.hash === undefined ? 'folder' : 'archive',
      folder,
      ...kept,
      ...(read.pack && { pack: read.pack }),
      labs: read.labs,
      files,
      findings: [...(named.hash === undefined || named.hash === hash ? [] : [changed]), ...findings, ...read.findings],
      offered: false,
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === 'ENOENT') return undefined
    if (code === undefined) console.error(`The pack ${folder}:`, error)
    // One pack that we cannot cope with takes no other with it.
    const message =
      code === undefined ? 'This could not be read. The error is ours.' : `The folder cannot be read (${code}).`
    const finding = { code: 'unreadable', file: id, message }
    const origin = named.hash === undefined ? 'folder' : 'archive'
    return { id, hash: named.hash ?? '', origin, folder, labs: [], files: {}, findings: [finding], offered: false }
  }
}

const marker = z.object({ installedAt: z.number() })

/** When a version was installed; a copy without the marker goes by its folder's time. */
async function installedAt(folder: string): Promise<number> {
  try {
    return marker.parse(JSON.parse(await readFile(join(folder, markerFile), 'utf8'))).installedAt
  } catch {
    return (await stat(folder)).mtimeMs
  }
}
