import type { PackLab, PackSummary, PackView, ProofRun } from '#engine/grade/pack-view.ts'
import { when } from '../ui/when.ts'
import { Crumbs } from './crumbs.tsx'
import { LabProofView } from './lab-proof.tsx'
import { PackTree } from './pack-tree.tsx'
import { faultProblems } from './problems.ts'
import { StudioFrame } from './studio-frame.tsx'
import { TryForm, type TryLab } from './try-form.tsx'
import { VersionNotes } from './version-notes.tsx'

interface LabPageProps {
  readonly pack: PackView
  /** What names it in addresses. */
  readonly version: string
  readonly versions: readonly PackSummary[]
  readonly lab: PackLab
  readonly running: { readonly run: ProofRun; readonly own: boolean } | undefined
  /** Learners get this lab, in whatever version. */
  readonly offered: boolean
  readonly go: TryLab
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** A lab of a pack: what its attempts came to, and what is wrong. */
export function LabPage({ pack, version, versions, lab, running, offered, go, now }: LabPageProps) {
  const { id, hash } = pack
  const at = lab.proof?.verdict?.at
  return (
    <StudioFrame side={<PackTree pack={pack} version={version} lab={lab.slug} />}>
      <LabProofView
        key={`${hash} ${lab.slug}`}
        pack={id}
        version={version}
        lab={lab}
        faults={faultProblems(pack, version, lab.slug)}
        running={running}
        asOf={at === undefined ? undefined : when(at, now)}
        heading={
          <>
            <Crumbs pack={id} version={version} />
            <h1 className="h-st">{lab.slug}</h1>
            {lab.card && <p className="muted">{lab.card.title}</p>}
            {!pack.offered && <VersionNotes pack={pack} versions={versions} now={now} />}
          </>
        }
        attempt={<TryForm lab={lab.id} offered={offered} go={go} />}
      />
    </StudioFrame>
  )
}
