import { Glyph } from '../ui/glyph.tsx'
import type { Answer, Why } from './playground.ts'

const looks: Readonly<Record<Why['state'], string | undefined>> = {
  passed: undefined,
  decides: 'is-now',
  off: 'is-off',
}

interface DecisionProps {
  readonly answer: Answer
  /** The answer is about an older text: why. */
  readonly stale: string | undefined
  onGoTo(line: number): void
}

/** What became of the question, what decided, and why the others did not. */
export function Decision({ answer, stale, onGoTo }: DecisionProps) {
  const { outcome, note, by, lit, why } = answer
  const [first] = lit
  return (
    <div className={stale ? 'decision is-stale' : 'decision'}>
      {stale && <p className="pg-stale">{stale}</p>}
      <div className="decision-top">
        <span>
          <Glyph name="decided" /> Decided by{' '}
          {first && !stale ? (
            <button type="button" className="link" onClick={() => onGoTo(first[0])}>
              {by}
            </button>
          ) : (
            by
          )}
        </span>
        <b>{outcome}</b>
        {note && <span className="muted">{note}</span>}
      </div>
      {why.length > 0 && (
        <ul className="why">
          {why.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows of an answer do not move
            <li key={at} className={looks[row.state]}>
              <span className="k">{row.label}</span>
              <span>{row.says}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
