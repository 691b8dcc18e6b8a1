import { setTimeout } from 'node:timers/promises'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { readArchive } from '../archive/read-archive.ts'
import { curriculum } from '../curriculum.ts'
import { builtInLabs, type Library, libraryOf } from '../library.ts'
import { packLimits } from '../pack-limits.ts'
import { packFrom } from '../read-pack.ts'
import { putVersion, takeVersion } from './install.ts'
import { offeredVersions, type PackVersion } from './pack-version.ts'
import { nothingScanned, type Scan, scanPacks } from './scan.ts'
import { versionHash } from './version-folder.ts'

/** The packs that instructors brought, with those that come with the program. */
export interface PackShelf {
  /** What learners get. The same object as long as nothing changed. */
  library(): Promise<Library>
  /** All versions of packs that were brought, with their faults, and what lies among them and is no pack. */
  brought(): Promise<{ readonly versions: readonly PackVersion[]; readonly findings: readonly PackFinding[] }>
  /** Installs the pack in an archive: all of it, or nothing and what is wrong. Throws only when the disk does. */
  install(bytes: Uint8Array, name: string): Promise<Installed>
  /** Takes an installed version away; false when there is none. */
  remove(id: string, hash: string): Promise<boolean>
}

export type Installed =
  | { readonly version: PackVersion }
  | { readonly findings: readonly PackFinding[]; readonly files: Readonly<Record<string, string>> }

/** How long what was found is taken to be so, and how long a request waits for a newer look; in milliseconds. */
const freshFor = 1000
const waitAtMost = 300

interface Shelf {
  readonly library: Library
  readonly versions: readonly PackVersion[]
  readonly findings: readonly PackFinding[]
}

/**
 * @param root the folder of packs; it need not be there
 * @param builtIn the packs that come with the program
 */
export function openPackShelf(root: string, builtIn: () => Promise<Library> = builtInLabs): PackShelf {
  let scan: Scan = nothingScanned
  let shelf: Shelf | undefined
  let scannedAt = 0
  let looking: Promise<Shelf> | undefined

  const look = async (): Promise<Shelf> => {
    const [next, own] = await Promise.all([scanPacks(root, scan), builtIn()])
    const same = shelf !== undefined && sameScan(scan, next)
    scan = next
    scannedAt = performance.now()
    if (same && shelf !== undefined) return shelf
    const read = [...next.folders.values()].map(({ version }) => version)
    const versions = offeredVersions(read, new Set(own.packs.map(({ id }) => id)))
    const offered = versions.filter(it => it.offered)
    shelf = { library: libraryOf(own, offered), versions, findings: next.findings }
    return shelf
  }
  /** One look at a time; a later one does not see less. */
  const lookNow = () => {
    looking ??= look().finally(() => {
      looking = undefined
    })
    return looking
  }
  const lookAgain = async () => {
    await looking?.catch(() => {})
    return lookNow()
  }
  const current = async (): Promise<Shelf> => {
    if (shelf === undefined) return lookNow()
    if (performance.now() - scannedAt < freshFor) return shelf
    const known = shelf
    const newer = lookNow()
    newer.catch(error => console.error('Packs:', error))
    return Promise.race([newer.catch(() => known), setTimeout(waitAtMost, known, { ref: false })])
  }

  return {
    library: async () => (await current()).library,
    brought: async () => {
      const { versions, findings } = await current()
      return { versions, findings }
    },
    async install(bytes, name) {
      const read = await readArchive(bytes, name)
      if ('findings' in read) return { findings: read.findings, files: {} }
      const { id, files } = read.archived
      const { findings } = await packFrom(id, files, await curriculum())
      const all = [...noPlace(id, versionHash(files), await lookAgain(), await builtIn()), ...findings]
      if (all.length > 0) return { findings: all, files }
      await putVersion(root, id, files, Date.now())
      const { versions } = await lookAgain()
      const version = versions.find(it => it.id === id && it.hash === versionHash(files) && it.origin === 'archive')
      if (version === undefined) throw new Error(`${id} was installed and is not there.`)
      return { version }
    },
    async remove(id, hash) {
      const { versions } = await lookAgain()
      const known = versions.some(it => it.id === id && it.hash === hash && it.origin === 'archive')
      const removed = known && (await takeVersion(root, id, hash))
      await lookAgain()
      return removed
    },
  }
}

/** Why this version cannot be installed. */
function noPlace(id: string, hash: string, { versions }: Shelf, builtIn: Library): readonly PackFinding[] {
  const fault = (message: string, code = 'pack-id-twice') => [{ code, file: id, message }]
  if (builtIn.packs.some(pack => pack.id === id))
    return fault(`A pack with the id \`${id}\` comes with Breakwater. Give the pack another name.`)
  if (versions.some(it => it.id === id && it.origin === 'folder'))
    return fault(
      `\`${id}\` lies among the packs as a folder that was put there by hand. Take it away or rename it first.`,
    )
  if (versions.length >= packLimits.versions && !versions.some(it => it.id === id && it.hash === hash))
    return fault(
      `There are ${packLimits.versions} packs and versions, which is all that are kept. Remove one first.`,
      'too-many',
    )
  return []
}

function sameScan(one: Scan, other: Scan): boolean {
  const states = ({ folders }: Scan) => JSON.stringify([...folders].map(([name, { state }]) => [name, state]))
  return states(one) === states(other) && JSON.stringify(one.findings) === JSON.stringify(other.findings)
}
