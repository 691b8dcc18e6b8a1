import type { Slip } from '#engine/grade/exam/exam-view.ts'
import { counted } from '../../ui/amounts.ts'

interface SlipListProps {
  readonly slips: readonly Slip[]
  /** Where the task was to be done. */
  readonly host: string
  readonly startedAt: number
}

/** Changes made on a host that the task is not about. */
export function SlipList({ slips, host, startedAt }: SlipListProps) {
  return (
    <div className="rt-slips">
      <h4 className="res-name">{counted(slips.length, 'change')} on the wrong host</h4>
      <p className="res-say">The task is about {host}. What is changed elsewhere earns nothing.</p>
      <ul>
        {slips.map(({ host: on, text, kind, at }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report's slips do not move
          <li key={index}>
            <span className="meta num">minute {Math.floor((at - startedAt) / 60_000) + 1}</span>
            <span>
              {on}: {kind === 'edit' && 'edited '}
              <code>{firstLine(text)}</code>
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A here-document goes on for many lines; the first one tells which command it was. */
function firstLine(text: string): string {
  const [first = '', ...others] = text.trim().split('\n')
  return others.length > 0 ? `${first} …` : first
}
