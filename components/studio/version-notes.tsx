import Link from 'next/link'
import type { PackSummary } from '#engine/grade/pack-view.ts'
import { Glyph } from '../ui/glyph.tsx'
import { comesFrom } from './pack-list.tsx'
import { studioPath, versionWord } from './paths.ts'

interface VersionNotesProps {
  readonly pack: PackSummary
  /** All of its id. */
  readonly versions: readonly PackSummary[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** What a version is, and, when learners do not get it, what they get instead. */
export function VersionNotes({ pack, versions, now }: VersionNotesProps) {
  const offered = versions.find(it => it.offered)
  return (
    <>
      <p className="meta st-facts">
        {pack.version !== undefined && <span>Version {pack.version}</span>}
        {pack.hash !== '' && <span className="mono">{pack.hash.slice(0, 8)}</span>}
        <span>{comesFrom(pack, now)}</span>
        {pack.licence !== undefined && <span>{pack.licence}</span>}
        {pack.authors.length > 0 && <span>{pack.authors.join(', ')}</span>}
      </p>
      {!pack.offered && (
        <p className="note note-warn st-note">
          <Glyph name="warning" />
          <span>
            {pack.findings > 0 ? 'Learners do not get this version, because it has faults.' : 'This version is older.'}{' '}
            {offered === undefined ? (
              'They get none of this pack.'
            ) : (
              <>
                They get{' '}
                <Link href={studioPath(offered.id, { version: versionWord(offered) })} prefetch={false}>
                  version {offered.version}
                </Link>
                .
              </>
            )}
          </span>
        </p>
      )}
    </>
  )
}

/** The other versions of a pack. */
export function OtherVersions({ pack, versions, now }: VersionNotesProps) {
  const others = versions.filter(it => it.hash !== pack.hash || it.origin !== pack.origin)
  if (others.length === 0) return null
  return (
    <>
      <h2 className="h-sm">
        Other versions <span className="meta">{others.length}</span>
      </h2>
      <ul className="st-versions">
        {others.map(it => (
          <li key={`${it.origin} ${it.hash}`}>
            <Link href={studioPath(it.id, { version: versionWord(it) })} prefetch={false}>
              {it.version === undefined ? 'A version that cannot be read' : `Version ${it.version}`}
            </Link>
            <span className="mono meta">{it.hash.slice(0, 8)}</span>
            <span className="meta">{comesFrom(it, now)}</span>
            {it.offered && <span className="tag">learners get this</span>}
          </li>
        ))}
      </ul>
    </>
  )
}
