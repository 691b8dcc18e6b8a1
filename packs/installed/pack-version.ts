import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import type { PackOrigin } from '#engine/grade/pack-view.ts'
import type { Pack } from '../read-pack.ts'

/** One version of a pack, usable or not. */
export interface PackVersion {
  readonly id: string
  /** The first 16 hex digits of its content's sha256. */
  readonly hash: string
  readonly origin: PackOrigin
  /** Its folder's name. */
  readonly folder: string
  /** Milliseconds since the epoch; of an installed one only. */
  readonly installedAt?: number
  /** Absent when `pack.yaml` cannot be read. */
  readonly pack?: Pack
  /** Those that can be read; they are offered only when the whole pack is without a fault. */
  readonly labs: readonly LabSource[]
  readonly files: LabFiles
  /** From the pack's id on. */
  readonly findings: readonly PackFinding[]
  /** Its labs are those that learners get. */
  readonly offered: boolean
}

/**
 * Which versions are offered: of each id the newest installed one without a fault, or the folder put there by hand.
 * An id belongs to the program first, then to what was installed, then to a folder; who comes second has a fault.
 */
export function offeredVersions(
  versions: readonly PackVersion[],
  builtIn: ReadonlySet<string>,
): readonly PackVersion[] {
  const installed = new Set(versions.filter(({ origin }) => origin === 'archive').map(({ id }) => id))
  const judged = versions.map(version => {
    const message = takenBy(version, builtIn, installed)
    const finding = { code: 'pack-id-twice', file: version.id, message: message ?? '' }
    return message === undefined ? version : { ...version, findings: [finding, ...version.findings] }
  })
  const newest = new Map<string, PackVersion>()
  for (const version of judged) {
    const known = newest.get(version.id)
    if (version.findings.length === 0 && (known?.installedAt ?? -1) < (version.installedAt ?? 0))
      newest.set(version.id, version)
  }
  return judged.map(version => ({ ...version, offered: newest.get(version.id) === version }))
}

function takenBy(
  { id, origin, folder }: PackVersion,
  builtIn: ReadonlySet<string>,
  installed: ReadonlySet<string>,
): string | undefined {
  if (builtIn.has(id)) return `A pack with the id \`${id}\` comes with Breakwater. Rename the folder \`${folder}\`.`
  if (origin === 'folder' && installed.has(id))
    return `\`${id}\` is installed from an archive already. Remove that in Studio, or rename the folder.`
  return undefined
}
