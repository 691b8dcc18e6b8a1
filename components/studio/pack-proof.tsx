'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import type { PackLab, ProofRun } from '#engine/grade/pack-view.ts'
import { counted } from '../ui/amounts.ts'
import { Glyph } from '../ui/glyph.tsx'
import type { Mark } from './file-tree.ts'
import { studioPath } from './paths.ts'
import { ProofBar } from './proof-bar.tsx'
import { ProveButton } from './prove-button.tsx'
import { Stats } from './stats.tsx'
import { useProof } from './use-proof.ts'

interface PackProofProps {
  readonly pack: string
  readonly version: string
  readonly labs: readonly { readonly lab: PackLab; readonly faults: number }[]
  /** Of the whole pack. */
  readonly faults: number
  readonly running?: { readonly run: ProofRun; readonly own: boolean } | undefined
  readonly heading: ReactNode
}

/** The labs of a pack and what their proofs came to, which changes while one runs. */
export function PackProofView({ pack, version, labs, faults, running, heading }: PackProofProps) {
  const known = Object.fromEntries(labs.flatMap(({ lab }) => (lab.proof ? [[lab.id, lab.proof]] : [])))
  const proof = useProof({ pack, version }, known, running?.own === true)
  const { live } = proof
  const verdicts = labs.flatMap(({ lab }) => live.labs[lab.id]?.verdict ?? [])
  const readable = labs.filter(({ lab }) => lab.card !== undefined).length
  const sum = (count: (lab: PackLab) => number) => labs.reduce((all, { lab }) => all + count(lab), 0)
  return (
    <>
      <div className="row st-top">
        <div>{heading}</div>
        <span className="grow" />
        <ProveButton proof={proof} possible={readable > 0}>
          Prove this pack
        </ProveButton>
      </div>
      <Stats
        stats={[
          { title: 'Labs that can be read', value: readable, of: `of ${labs.length}` },
          { title: 'Labs whose proof holds', value: verdicts.filter(it => it.holds).length, of: `of ${readable}` },
          {
            title: 'Attempts, right and wrong',
            value: sum(it => it.right.length),
            of: `and ${sum(it => it.wrong.length)}`,
          },
          { title: 'Faults', value: faults, of: 'in its files' },
        ]}
      />
      <h2 className="h-sm">
        Labs <span className="meta">{labs.length}</span>
      </h2>
      <ProofBar proof={proof} other={running?.own === false ? running.run : undefined} />
      {labs.length === 0 ? (
        <div className="empty">
          <b>There is no lab in this pack.</b>
          <span>
            A lab is a folder with a <code>lab.yaml</code>. <code>breakwater lab new</code> writes one to begin with.
          </span>
        </div>
      ) : (
        <ul className="st-labs">
          {labs.map(({ lab, faults }) => {
            const { mark, say } = labState(lab, faults, live.labs[lab.id], live.going?.begun.includes(lab.id) === true)
            return (
              <li key={lab.slug}>
                <Glyph name={mark} />
                <Link href={studioPath(pack, { lab: lab.slug, version })} prefetch={false}>
                  {lab.card?.title ?? lab.slug}
                  <small className="mono">{lab.slug}</small>
                </Link>
                <span className="meta">{sizeOf(lab)}</span>
                <span>{say}</span>
              </li>
            )
          })}
        </ul>
      )}
    </>
  )
}

function labState(
  { card, variants, right, wrong }: PackLab,
  faults: number,
  proof: PackLab['proof'],
  begun: boolean,
): { readonly mark: Mark; readonly say: string } {
  if (faults > 0) return { mark: 'error', say: counted(faults, 'fault') }
  if (card === undefined) return { mark: 'error', say: 'cannot be read' }
  const { attempts = [], verdict } = proof ?? {}
  if (verdict === undefined) {
    if (begun)
      return { mark: 'open', say: `${attempts.length} of ${variants * (right.length + wrong.length)} attempts` }
    return { mark: 'open', say: attempts.length > 0 ? 'not proved to its end' : 'not proved' }
  }
  return verdict.holds
    ? { mark: 'earned', say: 'the proof holds' }
    : { mark: 'missed', say: `${counted(verdict.shortfalls.length, 'thing')} not as it should be` }
}

function sizeOf({ card, checks, variants, right, wrong }: PackLab): string {
  if (card === undefined) return ''
  return [
    counted(checks.length, 'check'),
    counted(variants, 'variant'),
    `${right.length} right, ${wrong.length} wrong`,
  ].join(' · ')
}
