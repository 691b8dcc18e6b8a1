import type { PackSummary } from '#engine/grade/pack-view.ts'

/** What names a version in an address: nothing for the one that learners get. */
export function versionWord({ offered, origin, hash }: Pick<PackSummary, 'offered' | 'origin' | 'hash'>): string {
  if (offered || origin === 'built-in') return ''
  return origin === 'folder' ? 'folder' : hash
}

/** How a lab's folder may be named in an address, which must not look like an asset's. */
export const labName = /^[\w-]+$/

interface Place {
  /** A lab's folder. */
  readonly lab?: string | undefined
  readonly version?: string
  /** A file of the pack, shown instead. */
  readonly file?: string
  /** From 1. */
  readonly line?: number | undefined
}

/** The address of a pack, of one of its labs, or of a file of it. A file's name stands in the query: it may end like an asset's. */
export function studioPath(pack: string, { lab, version, file, line }: Place = {}): string {
  const query = new URLSearchParams()
  if (file !== undefined) query.set('file', file)
  if (line !== undefined) query.set('line', `${line}`)
  if (version) query.set('version', version)
  // A folder that is named as no lab is has no page: what is wrong with it stands on the pack's.
  const path = lab === undefined || !labName.test(lab) ? `/studio/${pack}` : `/studio/${pack}/${lab}`
  const asked = query.size > 0 ? `?${query}` : ''
  return `${path}${asked}${line === undefined ? '' : `#line-${line}`}`
}
