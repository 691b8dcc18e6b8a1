import { ComeBack } from './come-back.tsx'
import { GAUGE } from './gauge-places.ts'
import './report.css'

const ROWS = ['a', 'b', 'c', 'd'] as const

/** The exam is over and its tasks are being graded: the report’s places are kept, and it comes by itself, where scripts are off by the browser alone. */
export function Grading() {
  return (
    <div className="report" aria-busy="true">
      <p className="crumbs">The report opens here by itself. Nothing more has to be done.</p>
      <div className="score">
        <h1 className="rep-title">The exam is over. Its tasks are being graded.</h1>
        <svg className="gauge" viewBox={`0 0 ${GAUGE.width} ${GAUGE.height}`} aria-hidden="true">
          <rect className="g-rest" y="40" width={GAUGE.width} height="14" />
        </svg>
      </div>
      <div className="rep-grid" aria-hidden="true">
        <Place title="By domain" />
        <Place title="Practise next" />
      </div>
      <div aria-hidden="true">
        <Place title="Task by task" />
      </div>
      <ComeBack />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </div>
  )
}

function Place({ title }: { title: string }) {
  return (
    <div>
      <p className="sec-head rep-place">{title}</p>
      {ROWS.map(it => (
        <span key={it} className="rep-wait" />
      ))}
    </div>
  )
}
