import { Glyph } from '../ui/glyph.tsx'
import { Points } from '../ui/points.tsx'
import type { DemoVerdict } from './decide-demo.ts'

/** The result of one check as the workbench shows it. */
export function RuleVerdict({ verdict }: { verdict: DemoVerdict }) {
  const { check, points, logged, wanted, earned, decidedBy } = verdict
  return (
    <div className="res">
      <div className="res-top">
        <Glyph name={earned ? 'earned' : 'missed'} label={earned ? 'Earned' : 'Missed'} />
        <span className="res-name">{check}</span>
        <Points got={earned ? points : 0} of={points} />
      </div>
      <div className="res-body">
        <dl className="ce">
          <div className={earned ? undefined : 'is-got'}>
            <dt>It is logged</dt>
            <dd>{logged}</dd>
          </div>
          <div className="is-want">
            <dt>Task asks</dt>
            <dd>{wanted}</dd>
          </div>
          <div className="is-by">
            <dt>Decided by</dt>
            <dd>{decidedBy}</dd>
          </div>
        </dl>
      </div>
    </div>
  )
}
