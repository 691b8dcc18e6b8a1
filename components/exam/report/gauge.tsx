import { GAUGE, gaugePlaces } from './gauge-places.ts'
import type { ScoreWords } from './score-words.ts'

interface GaugeProps {
  readonly words: ScoreWords
  readonly pass: number
}

/** The score as water, the pass mark as the wall. */
export function Gauge({ words: { shown, verdict, by }, pass }: GaugeProps) {
  const { water, wall, mark, verdict: said, together } = gaugePlaces(Number(shown), pass)
  const words = (
    <>
      <tspan className="g-b">{verdict}</tspan> {by}
    </>
  )
  const failed = verdict === 'Failed'
  return (
    <>
      <svg
        className={failed ? 'gauge is-short' : 'gauge'}
        viewBox={`0 0 ${GAUGE.width} ${GAUGE.height}`}
        role="img"
        aria-label={`Score ${shown}, pass mark ${pass}: ${verdict.toLowerCase()} ${by}`}
      >
        <rect className="g-rest" y="40" width={GAUGE.width} height="14" />
        <rect className="g-water" y="40" width={water} height="14" />
        <path className="g-wall" d={`M${wall - 5} 60l3-34h4l3 34z`} />
        {together ? (
          <text className="g-t" x={said.x} y="18" textAnchor={said.anchor}>
            {words}, pass mark {pass}
          </text>
        ) : (
          <>
            <text className="g-t" x={mark.x} y="18" textAnchor={mark.anchor}>
              pass mark {pass}
            </text>
            <text className="g-t" x={said.x} y="18" textAnchor={said.anchor}>
              {words}
            </text>
          </>
        )}
        <text className="g-t" y="74">
          0
        </text>
        <text className="g-t" x={GAUGE.width} y="74" textAnchor="end">
          100
        </text>
      </svg>
      <p className="only-phone gauge-cap num" aria-hidden="true">
        <span>0</span>
        <span>
          <b>{verdict}</b> {by}, pass mark {pass}
        </span>
        <span>100</span>
      </p>
    </>
  )
}
