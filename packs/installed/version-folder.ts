import type { LabFiles } from '#engine/grade/lab-source.ts'
import { labHash } from '../pack-hash.ts'
import { packLimits } from '../pack-limits.ts'

/** What the name of a folder among the packs says: `<id>` was put there by hand, `<id>@<hash>` was installed. */
export interface VersionFolder {
  readonly id: string
  /** The first digits of the content's hash. */
  readonly hash?: string
}

const DIGITS = 16

/** undefined: no pack is named so. */
export function parseVersionFolder(name: string): VersionFolder | undefined {
  const [, id = '', hash] = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:@([0-9a-f]+))?$/.exec(name) ?? []
  if (id === '' || id.length > packLimits.name || (hash !== undefined && hash.length !== DIGITS)) return undefined
  return { id, ...(hash !== undefined && { hash }) }
}

/** The content's hash as versions are named by: of names and texts alone, wherever they came from. */
export function versionHash(files: LabFiles): string {
  return labHash(files).slice(0, DIGITS)
}

export function versionFolder(id: string, hash: string): string {
  return `${id}@${hash}`
}

/** In an installed version's folder: when it was installed. Names that begin with a dot are no part of a pack. */
export const markerFile = '.installed.json'

/** Folders that are being written or taken away. A scan passes over them. */
export const draftPrefix = '.draft-'
