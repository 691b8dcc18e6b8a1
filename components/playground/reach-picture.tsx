import { drawReach, HEIGHT, WIDTH } from './draw-reach.ts'
import type { ReachMap } from './playground.ts'

/** Who reaches whom, as a drawing, and as a table that says the same. */
export function ReachPicture({ reach }: { reach: ReachMap }) {
  const { ends, open, leftOut } = reach
  const { nodes, arrows } = drawReach(reach)
  return (
    <section className="reach" aria-label="Who reaches whom">
      <h2 className="h-sm">
        Who reaches whom <span className="meta">a thick arrow: only at the ports beside it</span>
      </h2>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label="Arrows between Pods: the table below says the same."
      >
        <defs>
          <marker
            id="reach-head"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="9"
            markerHeight="9"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M0 0.5 8 4 0 7.500z" className="reach-head" />
          </marker>
        </defs>
        {arrows.map(it => (
          <path
            key={it.key}
            d={it.path}
            className={it.ports === 'all' ? 'reach-all' : 'reach-some'}
            markerEnd="url(#reach-head)"
          />
        ))}
        {arrows.map(
          it =>
            it.ports !== 'all' && (
              <text key={it.key} x={it.x} y={it.y} className="reach-port" textAnchor="middle">
                {it.ports}
              </text>
            ),
        )}
        {nodes.map(({ shown, x, y, labelX, labelY, anchor, words }) => (
          <g key={shown}>
            <circle cx={x} cy={y} r="6" className="reach-node" />
            <text x={labelX} y={labelY} textAnchor={anchor} className="reach-name">
              <title>{shown}</title>
              {words}
            </text>
          </g>
        ))}
      </svg>
      {nodes.length < ends.length && <p className="meta">The table has all {ends.length}.</p>}
      {leftOut > 0 && <p className="meta">{leftOut} more Pods are left out.</p>}
      <details>
        <summary>As a table</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
        <section className="reach-table" aria-label="Who reaches whom, as a table" tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">From, to</th>
                {ends.map(it => (
                  <th key={it} scope="col">
                    {it}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {ends.map((from, row) => (
                <tr key={from}>
                  <th scope="row">{from}</th>
                  {ends.map((to, column) => (
                    <td key={to}>{row === column ? '' : open[row]?.[column] || 'no'}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </section>
  )
}
