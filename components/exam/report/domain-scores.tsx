import type { ExamReport } from '#engine/grade/exam/exam-view.ts'
import type { ListedDomain } from '../../labs/lab-row.ts'
import { DataBar } from '../../ui/data-bar.tsx'

interface DomainScoresProps {
  readonly report: Pick<ExamReport, 'domains' | 'pass'>
  readonly domains: readonly ListedDomain[]
}

/** Points by exam domain against the pass mark; only domains of which something was asked and graded. */
export function DomainScores({ report: { domains: scores, pass }, domains }: DomainScoresProps) {
  return (
    <section aria-labelledby="by-domain">
      <div className="sec-head">
        <h2 id="by-domain">By domain</h2>
        <p>mark: {pass} %</p>
      </div>
      <ul>
        {scores.map(({ domain, earned, of }) => {
          const known = domains.find(it => it.slug === domain)
          const short = earned * 100 < of * pass
          return (
            <li key={domain} className={short ? 'rep-dom is-short' : 'rep-dom'}>
              <span className="dom-n">{known && `D${known.number}`}</span>
              <span>{known?.title ?? domain}</span>
              <DataBar
                share={of > 0 ? earned / of : 0}
                label={short ? 'below the mark' : 'at the mark or above'}
                className={short ? 'db-over' : ''}
              >
                <rect className="db-mark" x={pass - 0.4} y="-2" width=".8" height="12" />
              </DataBar>
              <span className="right num">
                <b>{earned}</b> <span className="muted">of {of}</span>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
