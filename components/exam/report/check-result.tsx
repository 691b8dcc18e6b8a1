import type { CounterExample, Verdict } from '#engine/grade/report.ts'
import { CounterExamplePairs } from '../../workbench/results/counter-example-pairs.tsx'
import { placeName } from '../../workbench/results/place-name.ts'
import { ResultTop } from '../../workbench/results/result-top.tsx'
import { Words } from '../../workbench/results/words.tsx'
import { More } from './more.tsx'

/** One check of a task: earned or missed, and what showed the miss. */
export function CheckResult({ verdict }: { verdict: Verdict }) {
  const { outcome } = verdict
  return (
    <article className="res rt-check">
      <ResultTop verdict={verdict} level="h4" />
      {outcome.result !== 'pass' && (
        <div className="res-body">
          <p className="res-say">
            <Words text={outcome.say} />
          </p>
          {outcome.result === 'miss' && <Examples examples={outcome.examples} />}
        </div>
      )}
    </article>
  )
}

function Examples({ examples: [first, ...others] }: { examples: readonly CounterExample[] }) {
  return (
    <>
      {first && <Example example={first} />}
      {others.length > 0 && (
        <More title={others.length === 1 ? 'One more like it' : `${others.length} more like it`}>
          {others.map((example, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a report's examples do not move
            <Example key={index} example={example} />
          ))}
        </More>
      )}
    </>
  )
}

/** The file stays as it was at the end of the exam, and no editor shows it: its line is named, not linked. */
function Example({ example }: { example: CounterExample }) {
  const place = example.decidedBy?.place
  return (
    <CounterExamplePairs
      example={example}
      place={
        place && (
          <>
            {' '}
            <span className="nowrap">
              (<b title={place.path}>{placeName(place)}</b> line {place.line})
            </span>
          </>
        )
      }
    />
  )
}
