'use client'

import type { ReactNode } from 'react'
import type { PackLab, ProofRun } from '#engine/grade/pack-view.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import { type Problem, ProblemList } from './problem-list.tsx'
import { proofProblems } from './problems.ts'
import { ProofBar } from './proof-bar.tsx'
import { ProofRows } from './proof-rows.tsx'
import { type ProofLine, proofTable } from './proof-table.ts'
import { ProveButton } from './prove-button.tsx'
import { Stats } from './stats.tsx'
import { useProof } from './use-proof.ts'

interface LabProofProps {
  readonly pack: string
  readonly version: string
  readonly lab: PackLab
  readonly faults: readonly Problem[]
  /** The proof that runs on the server, and whether it is one of this lab. */
  readonly running?: { readonly run: ProofRun; readonly own: boolean } | undefined
  /** When the kept proof was done, in words. */
  readonly asOf?: string | undefined
  readonly heading: ReactNode
  /** "Try as a learner". */
  readonly attempt: ReactNode
}

/** A lab and its proof, which fills in row by row while it runs. */
export function LabProofView({ pack, version, lab, faults, running, asOf, heading, attempt }: LabProofProps) {
  const { id, slug, card, checks, variants } = lab
  const known = lab.proof === undefined ? {} : { [id]: lab.proof }
  const proof = useProof({ pack, version, lab: slug }, known, running?.own === true)
  const { attempts = [], verdict } = proof.live.labs[id] ?? {}
  const table = proofTable(lab, attempts)
  const points = checks.reduce((sum, it) => sum + it.points, 0)
  const problems = [...faults, ...(verdict ? proofProblems(verdict, { pack, version, slug, variants }) : [])]
  return (
    <>
      <div className="row st-top">
        <div>{heading}</div>
        <span className="grow" />
        {attempt}
        <ProveButton proof={proof} possible={card !== undefined}>
          Prove this lab
        </ProveButton>
      </div>
      {card !== undefined && (
        <>
          <Stats
            stats={[
              { title: 'Right attempts earn everything', value: holding(table.right), of: `of ${table.right.length}` },
              {
                title: 'Wrong attempts fail what they should',
                value: holding(table.wrong),
                of: `of ${table.wrong.length}`,
              },
              { title: 'Checks that a wrong attempt fails', value: lab.failable, of: `of ${checks.length}` },
              { title: 'Doing nothing earns', value: verdict?.idle ?? '–', of: `of ${counted(points, 'point')}` },
            ]}
          />
          <h2 className="h-sm">
            Proof{' '}
            <span className="meta">
              {verdict
                ? `as of ${(verdict.at === lab.proof?.verdict?.at && asOf) || 'now'}; every attempt on a fresh cluster, in ${inAll(variants)}`
                : `every attempt is replayed on a fresh cluster, in ${inAll(variants)}`}
            </span>
          </h2>
          <ProofBar proof={proof} other={running?.own === false ? running.run : undefined} />
          <ProofRows pack={pack} version={version} slug={slug} checks={checks} variants={variants} table={table} />
          <p className="meta st-legend">
            <span>
              <Glyph name="earned" /> earned
            </span>
            <span>
              <span className="no" aria-hidden="true" /> failed, as the name says
            </span>
            <span>
              <Glyph name="missed" /> differs from the name: the lab does not hold
            </span>
          </p>
        </>
      )}
      <h2 className="h-sm">
        Problems <span className="meta">{problems.length}</span>
      </h2>
      {problems.length > 0 ? (
        <ProblemList problems={problems} title="Problems" />
      ) : (
        <p className="muted">
          {verdict ? 'Apart from its attempts nothing is held against this lab.' : 'Its files have no fault.'}
        </p>
      )}
    </>
  )
}

function holding(lines: readonly ProofLine[]): number | '–' {
  return lines.every(({ state }) => state === 'open') ? '–' : lines.filter(({ state }) => state === 'holds').length
}

function inAll(variants: number): string {
  return variants === 1 ? 'its one variant' : variants === 2 ? 'both variants' : `all ${variants} variants`
}
