import { counted } from '../ui/amounts.ts'
import { DataBar } from '../ui/data-bar.tsx'
import type { DomainSum } from './sums.ts'

function Bar({ domain: { title, earned, of, labs } }: { domain: DomainSum }) {
  if (labs > 0)
    return <DataBar share={of > 0 ? earned / of : 0} label={`${title}: ${earned} of ${counted(of, 'point')}`} />
  return (
    <svg className="databar" viewBox="0 0 200 8" preserveAspectRatio="none" aria-hidden="true">
      <line className="dr-none" x1="0" x2="200" y1="4" y2="4" />
    </svg>
  )
}

/** The six domains: a bar of the points earned, or a dashed line where there are no labs to earn them with. */
export function DomainBars({ domains }: { domains: readonly DomainSum[] }) {
  return (
    <>
      <div className="sec-head">
        <h2>By exam domain</h2>
        <p>points earned in the best check of each lab</p>
      </div>
      <ul>
        {domains.map(domain => {
          const { slug, number, title, weight, labs, solved, earned, of } = domain
          return (
            <li key={slug} className="comp">
              <span className="dom-n">D{number}</span>
              <span>
                {title} <span className="meta nowrap">{weight} %</span>
              </span>
              <span className="comp-bar">
                <Bar domain={domain} />
              </span>
              <span className="meta num">
                {labs > 0 ? `${solved} of ${counted(labs, 'lab')} solved` : 'No labs yet'}
              </span>
              <span className="meta num right comp-points">{labs > 0 && `${earned}/${of} points`}</span>
            </li>
          )
        })}
      </ul>
    </>
  )
}
