import { counted } from '../ui/amounts.ts'
import { solvedSteps } from './solved-steps.ts'

const FRAME = { left: 30, right: 340, top: 28, bottom: 146 }
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

interface SolvedChartProps {
  readonly solvedAt: readonly number[]
  /** When the first lab was opened. */
  readonly from: number
  readonly now: number
  readonly total: number
}

/** Labs solved over time: a line that rises by one at each. */
export function SolvedChart({ solvedAt, from, now, total }: SolvedChartProps) {
  const { marks, line } = solvedSteps(solvedAt, from, now, total, FRAME)
  const { left, right, top, bottom } = FRAME
  const said = `${solvedAt.length} of ${counted(total, 'lab')} solved between ${day.format(from)} and ${day.format(now)}`
  return (
    <section aria-labelledby="over-time">
      <h2 className="h-sm" id="over-time">
        Over time <span className="meta">labs solved</span>
      </h2>
      <svg className="chart" viewBox="0 0 352 172" role="img" aria-label={said}>
        <path className="ch-grid" d={`M${left} ${bottom}H${right}M${left} ${top}H${right}`} />
        <text className="ch-t ch-end" x="22" y={bottom + 4}>
          0
        </text>
        <text className="ch-t ch-end" x="22" y={top + 4}>
          {total}
        </text>
        <polyline className="ch-line" points={line} />
        {marks.map(({ x, y, at, count }) => (
          <circle key={`${at}-${count}`} className="ch-hi" cx={x} cy={y} r="4.5" />
        ))}
        <text className="ch-t" x={left} y="166">
          {day.format(from)}
        </text>
        <text className="ch-t ch-end" x={right} y="166">
          {day.format(now)}
        </text>
      </svg>
    </section>
  )
}
