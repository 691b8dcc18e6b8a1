import Link from 'next/link'
import type { PackSummary, PackView, ProofRun } from '#engine/grade/pack-view.ts'
import { Crumbs } from './crumbs.tsx'
import { PackProofView } from './pack-proof.tsx'
import { PackTree } from './pack-tree.tsx'
import { studioPath } from './paths.ts'
import { ProblemList } from './problem-list.tsx'
import { faultProblems } from './problems.ts'
import { StudioFrame } from './studio-frame.tsx'
import { OtherVersions, VersionNotes } from './version-notes.tsx'

interface PackPageProps {
  readonly pack: PackView
  /** What names it in addresses. */
  readonly version: string
  readonly versions: readonly PackSummary[]
  readonly running: { readonly run: ProofRun; readonly own: boolean } | undefined
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** A version of a pack: its labs, its faults, its other versions. */
export function PackPage({ pack, version, versions, running, now }: PackPageProps) {
  const { id, hash, title, contents, origin } = pack
  const problems = faultProblems(pack, version)
  const labs = contents.map(lab => ({ lab, faults: faultProblems(pack, version, lab.slug).length }))
  return (
    <StudioFrame side={<PackTree pack={pack} version={version} />}>
      <PackProofView
        key={hash}
        pack={id}
        version={version}
        labs={labs}
        faults={problems.length}
        running={running}
        heading={
          <>
            <Crumbs pack={id} version={version} top />
            <h1>{title}</h1>
            <VersionNotes pack={pack} versions={versions} now={now} />
          </>
        }
      />
      {problems.length > 0 && (
        <>
          <h2 className="h-sm">
            Faults <span className="meta">{problems.length}</span>
          </h2>
          <ProblemList problems={problems} title="Faults" />
        </>
      )}
      <OtherVersions pack={pack} versions={versions} now={now} />
      {origin === 'archive' && (
        <p className="st-remove">
          <Link className="btn btn-danger" href={`${studioPath(id)}?version=${hash}&remove=ask`} prefetch={false}>
            Remove this version…
          </Link>
        </p>
      )}
      {origin === 'folder' && (
        <p className="meta st-remove">
          This folder was put among the packs by hand. To remove the pack, take the folder away; attempts at its labs
          stay as they are.
        </p>
      )}
    </StudioFrame>
  )
}
