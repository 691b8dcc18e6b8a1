import type { Sums } from './sums.ts'

/** The whole in four numbers. */
export function Totals({ sums: { labs, solved, earned, of, checks, hints } }: { sums: Sums }) {
  return (
    <dl className="stat">
      <div>
        <dt>Labs solved</dt>
        <dd>
          {solved} <small>of {labs}</small>
        </dd>
      </div>
      <div>
        <dt>Points earned</dt>
        <dd>
          {earned} <small>of {of}</small>
        </dd>
      </div>
      <div>
        <dt>Checks</dt>
        <dd>{checks}</dd>
      </div>
      <div>
        <dt>Hints opened</dt>
        <dd>{hints}</dd>
      </div>
    </dl>
  )
}
