import type { ExamSummary } from '#engine/grade/exam/exam-view.ts'
import { PLOT, plotPoints, scoreY } from './score-plot-places.ts'
import { scoreWords } from './score-words.ts'

/** An exam with its score. */
export type ScoredExam = ExamSummary & Required<Pick<ExamSummary, 'score' | 'passed'>>

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short' })

/** Scores against the pass mark, oldest first; a line joins those of one exam only. A table beside it says the same in words, so it is not announced. */
export function ScorePlot({ exams }: { exams: readonly ScoredExam[] }) {
  const points = plotPoints(exams)
  const { left, right, width, height } = PLOT
  const [first, last] = [points[0], points.at(-1)]
  const pass = last?.it.pass
  const onePass = points.every(it => it.it.pass === pass)
  return (
    <svg className="chart" viewBox={`0 0 ${width} ${height}`} aria-hidden="true" focusable="false">
      <path className="ch-grid" d={[0, 50, 100].map(it => `M${left} ${scoreY(it)}H${right}`).join('')} />
      {[0, 50, 100].map(it => (
        <text key={it} className="ch-t ch-end" x="22" y={scoreY(it) + 4}>
          {it}
        </text>
      ))}
      {onePass && pass !== undefined && (
        <>
          <path className="ch-pass" d={`M${left} ${scoreY(pass)}H${right}`} />
          <text className="ch-t ch-mark" x={left + 4} y={scoreY(pass) - 6}>
            pass mark {pass}
          </text>
        </>
      )}
      {[...new Set(points.map(({ it }) => it.title))].map(title => (
        <polyline
          key={title}
          className="ch-line"
          points={points.flatMap(({ it, x, y }) => (it.title === title ? [`${x},${y}`] : [])).join(' ')}
        />
      ))}
      {points.map(({ it, x, y, labelY }) => (
        <g key={it.id}>
          <circle className={it.passed ? 'ch-hi' : 'ch-lo'} cx={x} cy={y} r="4.5" />
          <text className={it === last?.it ? 'ch-t ch-mid ch-b' : 'ch-t ch-mid'} x={x} y={labelY}>
            {scoreWords(it).shown}
          </text>
        </g>
      ))}
      {first && (
        <text className="ch-t ch-mid" x={first.x} y="166">
          {day.format(first.it.startedAt)}
        </text>
      )}
      {last && last !== first && (
        <text className="ch-t ch-mid" x={last.x} y="166">
          {day.format(last.it.startedAt)}
        </text>
      )}
    </svg>
  )
}
