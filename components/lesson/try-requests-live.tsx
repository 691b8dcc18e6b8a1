'use client'

import { type ReactNode, useId, useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import type { RequestVerdict, TriedPolicy } from './decide-request.ts'
import { RequestAnswer } from './request-answer.tsx'
import { RequestFields } from './request-fields.tsx'
import type { RequestForm } from './request-form.ts'
import { TriedLines } from './tried-lines.tsx'

interface TryRequestsLiveProps {
  readonly name: string
  readonly tried: TriedPolicy
  readonly lines: readonly ReactNode[]
  readonly requests: readonly RequestForm[]
  /** The answer to the first request. */
  readonly first: RequestVerdict | undefined
}

/** The widget's moving part: choose a request or fill in one, see which rule of the policy answers. */
export function TryRequestsLive({ name, tried, lines, requests, first }: TryRequestsLiveProps) {
  const id = useId()
  const [chosen, choose] = useState<number | undefined>(0)
  const [filled, fill] = useState(0)
  const [verdict, setVerdict] = useState(first)
  const [problem, setProblem] = useState<string>()

  async function ask(form: RequestForm) {
    const engine = await import('./decide-form.ts').catch(() => undefined)
    if (!engine) return setProblem('The decider could not be loaded. Reload the page to try again.')
    const answer = engine.decideForm(tried, form)
    if (typeof answer === 'string') return setProblem(answer)
    setProblem(undefined)
    setVerdict(answer)
  }

  function pick(at: number, form: RequestForm) {
    choose(at)
    fill(at)
    ask(form)
  }

  function askOwn(form: RequestForm) {
    const same = requests.findIndex(it => labelOf(it) === labelOf(form))
    choose(same === -1 ? undefined : same)
    ask(form)
  }

  return (
    <div className="ask wide">
      <div className="ask-head">
        <Glyph name="decided" />
        Try a request against {name}
      </div>
      <div className="ask-grid">
        <TriedLines lines={lines} lit={verdict?.lit} dimAfter />
        <div className="ask-side">
          <fieldset className="pick">
            <legend className="vh">Request</legend>
            {requests.map((form, at) => (
              <label key={labelOf(form)}>
                <input type="radio" name={id} checked={chosen === at} onChange={() => pick(at, form)} />
                <span className="mono">
                  {form.verb} {form.what}
                  <small>{form.namespace ? `${form.user}, in ${form.namespace}` : form.user}</small>
                </span>
              </label>
            ))}
          </fieldset>
          {requests[filled] && (
            <RequestFields key={filled} id={id} filled={requests[filled]} problem={problem} onAsk={askOwn} />
          )}
          <div className="ask-verdict" aria-live="polite">
            {verdict && <RequestAnswer {...verdict} />}
          </div>
        </div>
      </div>
    </div>
  )
}

const labelOf = ({ verb, what, user, namespace }: RequestForm) => [verb, what, user, namespace].join(' ')
