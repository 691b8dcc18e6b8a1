'use client'

import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import { parseCall } from './call.ts'
import type { Verdict } from './decide-call.ts'
import { TriedLines } from './tried-lines.tsx'

interface Asked {
  readonly call: string
  readonly verdict: Verdict
}

interface TrySyscallsLiveProps {
  readonly name: string
  readonly text: string
  readonly lines: readonly ReactNode[]
  readonly calls: readonly string[]
  readonly first: Asked | undefined
}

/** The widget's moving part: choose or type a call, see what the profile makes of it. */
export function TrySyscallsLive({ name, text, lines, calls, first }: TrySyscallsLiveProps) {
  const id = useId()
  const [chosen, choose] = useState(first?.call)
  const [asked, setAsked] = useState(first)
  const [problem, setProblem] = useState<string>()

  async function ask(call: string) {
    const parsed = parseCall(call)
    if (!parsed) return setProblem('Write a name, with numbers for its arguments: clone(0x10000000).')
    setProblem(undefined)
    choose(call)
    const engine = await import('./decide-call.ts').catch(() => undefined)
    if (!engine) return setProblem('The decider could not be loaded. Reload the page to try again.')
    setAsked({ call, verdict: engine.decideCall(text, parsed) })
  }

  function askTyped(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    ask(String(new FormData(event.currentTarget).get('call') ?? '').trim())
  }

  return (
    <div className="ask wide">
      <div className="ask-head">
        <Glyph name="decided" />
        Try a system call against {name}
      </div>
      <div className="ask-grid">
        <TriedLines lines={lines} lit={asked?.verdict.lit} />
        <div className="ask-side">
          <fieldset className="pick">
            <legend className="vh">System call</legend>
            {calls.map(call => (
              <label key={call}>
                <input type="radio" name={id} checked={chosen === call} onChange={() => ask(call)} />
                <span className="mono">{call}</span>
              </label>
            ))}
          </fieldset>
          <form className="field" onSubmit={askTyped}>
            <label htmlFor={`${id}-call`}>Another call</label>
            <span className="ask-own">
              <input
                id={`${id}-call`}
                className="input mono"
                name="call"
                placeholder="mount"
                autoComplete="off"
                spellCheck={false}
                aria-invalid={problem !== undefined}
                aria-describedby={`${id}-problem`}
              />
              <button className="btn" type="submit">
                Ask
              </button>
            </span>
            <span className="field-error" id={`${id}-problem`}>
              {problem}
            </span>
          </form>
          <div className="ask-verdict" aria-live="polite">
            {asked && <VerdictPairs {...asked} />}
          </div>
        </div>
      </div>
    </div>
  )
}

function VerdictPairs({ call, verdict }: Asked) {
  return (
    <dl className="ce">
      <div>
        <dt>Call</dt>
        <dd>{call}</dd>
      </div>
      <div>
        <dt>Answer</dt>
        <dd>{verdict.outcome}</dd>
      </div>
      <div className={verdict.decided ? 'is-by' : ''}>
        <dt>{verdict.decided ? 'Decided by' : 'Because'}</dt>
        <dd>{verdict.by}</dd>
      </div>
    </dl>
  )
}
