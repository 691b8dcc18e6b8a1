import { LabLink } from './lab-link.tsx'
import type { LabGroup } from './list-labs.ts'

/** Labs of one domain under its heading; without a domain, under a plain one. */
export function LabGroupRows({ group: { domain, rows } }: { group: LabGroup }) {
  return (
    <>
      <div className="lab-g">
        <h2>
          {domain ? (
            <>
              <span className="dom-n">D{domain.number}</span>&ensp;{domain.title}
            </>
          ) : (
            'Labs'
          )}
        </h2>
        {domain && <span className="meta">{domain.weight} % of the exam</span>}
      </div>
      {rows.map(row => (
        <LabLink key={row.lab.id} row={row} />
      ))}
    </>
  )
}
