import { GAUGE } from './gauge-places.ts'
import './report.css'

const ROWS = ['a', 'b', 'c', 'd'] as const

/** The report’s places before there is a report, as high as what comes. `say` stands where the way back will. */
export function ReportFrame({ title, say }: { title: string; say: string }) {
  return (
    <div className="report" aria-busy="true">
      <p className="crumbs rep-say">{say}</p>
      <div className="score">
        <h1 className="rep-title">{title}</h1>
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
