import Link from 'next/link'
import type { PackSummary } from '#engine/grade/pack-view.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import { when } from '../ui/when.ts'
import { studioPath, versionWord } from './paths.ts'

interface PackTableProps {
  readonly title: string
  readonly packs: readonly PackSummary[]
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Packs with their versions: where they come from, what learners get of them, and what their proofs came to. */
export function PackTable({ title, packs, now }: PackTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so the keyboard must reach it
    <section className="scroll-x" aria-label={title} tabIndex={0}>
      <table className="table st-packs">
        <thead>
          <tr>
            {['Pack', 'Version', 'From', 'Offered', 'Labs', 'Proof', 'Faults'].map(it => (
              <th key={it} scope="col">
                {it}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {packs.map(pack => (
            <tr key={`${pack.id} ${pack.origin} ${pack.hash}`}>
              <th scope="row">
                <Link href={studioPath(pack.id, { version: versionWord(pack) })} prefetch={false}>
                  {pack.title}
                </Link>
                <span className="mono">{pack.id}</span>
              </th>
              <td className="nowrap">
                {pack.version ?? <span className="muted">not readable</span>}{' '}
                {pack.hash !== '' && <span className="mono meta">{pack.hash.slice(0, 8)}</span>}
              </td>
              <td className="nowrap">{comesFrom(pack, now)}</td>
              <td className="nowrap">{offer(pack)}</td>
              <td className="num">{pack.labs}</td>
              <td className="nowrap">
                <ProofSum pack={pack} />
              </td>
              <td className="nowrap">
                {pack.findings === 0 ? (
                  <span className="muted">none</span>
                ) : (
                  <>
                    <Glyph name="error" /> {pack.findings}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function comesFrom({ origin, installedAt }: PackSummary, now: number): string {
  if (origin === 'built-in') return 'comes with Breakwater'
  if (origin === 'folder' || installedAt === undefined) return 'folder'
  return `archive, ${when(installedAt, now)}`
}

function offer({ offered, findings }: PackSummary): string {
  if (offered) return 'yes'
  return findings > 0 ? 'no, it has faults' : 'no, it is older'
}

function ProofSum({ pack: { labs, proved } }: { pack: PackSummary }) {
  const { holds, differs } = proved
  if (differs > 0)
    return (
      <>
        <Glyph name="missed" /> {counted(differs, 'lab')} {differs === 1 ? 'does' : 'do'} not hold
      </>
    )
  if (labs > 0 && holds === labs)
    return (
      <>
        <Glyph name="earned" /> holds
      </>
    )
  return (
    <span className="muted">
      <Glyph name="open" /> {holds === 0 ? 'not proved' : `${holds} of ${labs} proved`}
    </span>
  )
}
