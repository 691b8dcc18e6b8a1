import Link from 'next/link'
import { Glyph } from '../ui/glyph.tsx'
import type { LabRow } from './lab-row.ts'
import { STATE_SHAPES, stateInWords } from './lab-state.ts'
import { Level } from './level.tsx'

/** One lab of the list; the whole row is the link. */
export function LabLink({ row }: { row: LabRow }) {
  const { lab, state } = row
  const shape = STATE_SHAPES[state]
  return (
    <Link className="lab" href={`/labs/${lab.id}`} prefetch={false}>
      <Glyph name={shape.glyph} label={shape.label} />
      <span>
        <span className="lab-t">{lab.title}</span>
        <br />
        <span className="lab-d">{lab.summary}</span>
      </span>
      <span className="lab-rest">
        <span className="lab-l">
          <Level difficulty={lab.difficulty} />
        </span>
        <span className="lab-m">{lab.minutes} min</span>
        <span className="lab-s">{stateInWords(row)}</span>
      </span>
    </Link>
  )
}
