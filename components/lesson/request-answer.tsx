import type { RequestVerdict } from './decide-request.ts'

/** What became of a request, which rule said so, and why the rules before it did not. */
export function RequestAnswer({ request, level, stages, by, passedOver }: RequestVerdict) {
  return (
    <>
      <dl className="ce">
        <div>
          <dt>Request</dt>
          <dd>{request}</dd>
        </div>
        <div>
          <dt>Logged</dt>
          <dd>{level}</dd>
        </div>
        <div>
          <dt>Stages</dt>
          <dd>{stages}</dd>
        </div>
        <div className="is-by">
          <dt>Decided by</dt>
          <dd>{by}</dd>
        </div>
      </dl>
      {passedOver.length > 0 && (
        <ul className="ask-passed">
          {passedOver.map(why => (
            <li key={why}>{why}</li>
          ))}
        </ul>
      )}
    </>
  )
}
