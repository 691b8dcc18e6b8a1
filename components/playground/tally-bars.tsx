import { DataBar } from '../ui/data-bar.tsx'
import type { Lines, Tally, TallyRow } from './playground.ts'

/** Rows that are shown: nobody reads more bars than these. */
const MAX_SHOWN = 200

interface TallyBarsProps {
  readonly tally: Tally
  /** The places that decide the question that is asked now. */
  readonly lit: readonly Lines[]
  onGoTo(line: number): void
}

/** How often each rule decides, of the usual questions. What never does stands out. */
export function TallyBars({ tally, lit, onGoTo }: TallyBarsProps) {
  const { total, asked, chosen, rows } = tally
  const decides = ({ lines }: TallyRow) => lines && lit.some(([from, to]) => from <= lines[1] && to >= lines[0])
  return (
    <section className="cover" aria-label="Which rule decides how often">
      <h2 className="h-sm">
        Of {total.toLocaleString('en')} {asked} tried <span className="meta">{chosen}</span>
      </h2>
      <ul>
        {rows.slice(0, MAX_SHOWN).map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rules of a text have no other name than their place
          <li key={at} className={`cover-r${decides(row) ? ' is-now' : ''}${isIdle(row) ? ' is-idle' : ''}`}>
            <Place row={row} onGoTo={onGoTo} />
            <span className="mono" title={row.says}>
              {row.says}
            </span>
            <DataBar share={shareOf(row.count, total)} label={`${row.count} of ${total}`} />
            <span className="num" aria-hidden="true">
              {row.count.toLocaleString('en')}
            </span>
            <span className="meta">{isIdle(row) && 'never decides'}</span>
          </li>
        ))}
      </ul>
      {rows.length > MAX_SHOWN && <p className="meta">{rows.length - MAX_SHOWN} more are not shown.</p>}
    </section>
  )
}

/** What decides at all can be seen. */
const shareOf = (count: number, total: number) => (count === 0 ? 0 : Math.max(count / total, 0.01))
/** What stands in the text and decides nothing. */
const isIdle = ({ count, lines }: TallyRow) => count === 0 && lines !== undefined

function Place({ row: { label, lines }, onGoTo }: { row: TallyRow; onGoTo(line: number): void }) {
  if (!lines) return <span>{label}</span>
  const [line] = lines
  return (
    <button type="button" className="link" onClick={() => onGoTo(line)}>
      {label}, line {line}
    </button>
  )
}
