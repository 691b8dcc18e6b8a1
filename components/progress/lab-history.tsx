import Link from 'next/link'
import type { ListedDomain } from '../labs/lab-row.ts'
import { STATE_SHAPES } from '../labs/lab-state.ts'
import { Glyph } from '../ui/glyph.tsx'
import { Points } from '../ui/points.tsx'
import { when } from '../ui/when.ts'
import type { ProgressRow } from './progress-row.ts'

interface LabHistoryProps {
  /** Newest first. */
  readonly rows: readonly ProgressRow[]
  readonly domains: readonly ListedDomain[]
  readonly now: number
}

/** What was solved and when, with how many checks and hints. */
export function LabHistory({ rows, domains, now }: LabHistoryProps) {
  const numberOf = new Map(domains.map(it => [it.slug, it.number]))
  return (
    <>
      <div className="sec-head">
        <h2>By lab</h2>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it */}
      <section className="scroll-x" aria-label="By lab" tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Lab</th>
              <th scope="col">Domain</th>
              <th scope="col">Result</th>
              <th scope="col" className="right">
                Checks
              </th>
              <th scope="col" className="right">
                Hints
              </th>
              <th scope="col" className="right">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(row => {
              const { lab, state, best, solvedAt, lastAt, checks, hints, attempts } = row
              const at = solvedAt ?? lastAt
              return (
                <tr key={lab.id}>
                  <td className="nowrap">{at !== undefined && when(at, now)}</td>
                  <td className="lab-cell">
                    {/* A lab that is not offered any more keeps its attempts, and they open. */}
                    <Link href={`/labs/${lab.id}`}>{lab.title}</Link>
                  </td>
                  <td className="dom-n">D{numberOf.get(lab.domain)}</td>
                  <td className="nowrap">
                    <Glyph name={STATE_SHAPES[state].glyph} /> {STATE_SHAPES[state].label}
                    {attempts > 1 && <span className="muted">, {attempts} attempts</span>}
                  </td>
                  <td className="right num">{checks}</td>
                  <td className="right num">{hints}</td>
                  <td className="right">
                    <Points got={best?.earned ?? 0} of={best?.of ?? lab.points} tried={best !== undefined} />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </section>
    </>
  )
}
