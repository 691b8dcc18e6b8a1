import { DataBar } from '../../ui/data-bar.tsx'
import type { Firing } from './falco.ts'

interface FiringBarsProps {
  readonly firing: Firing
  onGoTo(file: string, line: number): void
}

/** How often each rule fires over the standard events, and for which. What never does stands out. */
export function FiringBars({ firing: { total, rows }, onGoTo }: FiringBarsProps) {
  return (
    <section className="fp-firing" aria-label="Which rule fires how often">
      <h2 className="h-sm">
        Of {total} standard events <span className="meta">attacks and everyday acts</span>
      </h2>
      <ul>
        {rows.map(({ rule, spot, count, titles }) => (
          <li key={rule} className={count === 0 ? 'is-idle' : undefined}>
            {spot ? (
              <button type="button" className="link" onClick={() => onGoTo(spot.file, spot.line)}>
                {rule}
              </button>
            ) : (
              <span>{rule}</span>
            )}
            <DataBar share={count === 0 ? 0 : Math.max(count / total, 0.01)} label={`${count} of ${total}`} />
            <span className="num" aria-hidden="true">
              {count}
            </span>
            {count === 0 ? (
              <span className="meta">never fires</span>
            ) : (
              <details>
                <summary>For which</summary>
                <ul>
                  {titles.map((title, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: two events may read alike
                    <li key={at}>{title}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
