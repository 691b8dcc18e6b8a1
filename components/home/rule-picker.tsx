'use client'

import { type ReactNode, useState } from 'react'
import { Glyph } from '../ui/glyph.tsx'
import type { DemoVerdict } from './decide-demo.ts'
import { RuleVerdict } from './rule-verdict.tsx'

interface RulePickerProps {
  readonly verdicts: readonly DemoVerdict[]
  readonly lines: readonly { readonly number: number; readonly code: ReactNode }[]
}

export function RulePicker({ verdicts, lines }: RulePickerProps) {
  const [chosen, setChosen] = useState(verdicts[0])
  if (!chosen) return null
  const classOf = (line: number) => (line < chosen.line ? 'l' : line <= chosen.endLine ? 'l l-lit' : 'l l-dim')
  return (
    <figure className="demo">
      <figcaption className="demo-ask">
        <Glyph name="decided" />
        <b>Which rule decides?</b>
        <span className="muted">Choose a request.</span>
      </figcaption>
      <fieldset className="pick demo-pick">
        <legend className="vh">Request</legend>
        {verdicts.map(it => (
          <label key={it.id}>
            <input type="radio" name="request" checked={it === chosen} onChange={() => setChosen(it)} />
            <span className="mono">
              {it.title}
              <small>{it.detail}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls on a phone, so the keyboard must reach it */}
      <pre className="code-body" tabIndex={0}>
        <code>
          {lines.map(({ number, code }) => (
            <span key={number} className={classOf(number)} data-n={number}>
              {code}
            </span>
          ))}
        </code>
      </pre>
      <div aria-live="polite">
        <RuleVerdict verdict={chosen} />
      </div>
    </figure>
  )
}
