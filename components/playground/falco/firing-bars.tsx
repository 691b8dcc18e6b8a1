import { DataBar } from '../../ui/data-bar.tsx'
import type { Firing, FiringRow } from './falco.ts'

interface FiringBarsProps {
  readonly firing: Firing
  onGoTo(file: string, line: number): void
  /** Puts an event, as it is written, among those that are looked at, to see why a rule alerts. */
  onTry(item: string, rule: string): void
}

/** How often each rule fires over the standard events, and for which. What never does stands out. */
export function FiringBars({ firing, onGoTo, onTry }: FiringBarsProps) {
  const { events, rows } = firing
  return (
    <section className="fp-firing" aria-label="Which rule fires how often">
      <h2 className="h-sm">
        Of {events.length} standard events <span className="meta">attacks and everyday acts</span>
      </h2>
      <ul>
        {rows.map(({ rule, spot, events: fired }) => (
          <li key={rule} className={fired.length === 0 ? 'is-idle' : undefined}>
            {spot ? (
              <button type="button" className="link" onClick={() => onGoTo(spot.file, spot.line)}>
                {rule}
              </button>
            ) : (
              <span>{rule}</span>
            )}
            <DataBar
              share={fired.length === 0 ? 0 : Math.max(fired.length / events.length, 0.01)}
              label={`${fired.length} of ${events.length}`}
            />
            <span className="num" aria-hidden="true">
              {fired.length}
            </span>
            {fired.length === 0 ? (
              <span className="meta">never fires</span>
            ) : (
              <FiredFor {...{ events, fired }} onTry={item => onTry(item, rule)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface FiredForProps {
  readonly events: Firing['events']
  readonly fired: FiringRow['events']
  onTry(item: string): void
}

/** The events that a rule fires for. One of them leads to why. */
function FiredFor({ events, fired, onTry }: FiredForProps) {
  return (
    <details>
      <summary>For which</summary>
      <ul>
        {fired.map(at => {
          const { title, item } = events[at] ?? { title: '', item: '' }
          return (
            <li key={at}>
              {title}{' '}
              <button type="button" className="link" onClick={() => onTry(item)}>
                see why
              </button>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
