'use client'

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { CopyLink } from './copy-link.tsx'
import { ExampleMenu } from './example-menu.tsx'
import type { Kind } from './kinds.ts'
import { MarkList } from './mark-list.tsx'
import type { Example, Form } from './playground.ts'
import { QuestionSide } from './question-side.tsx'
import { selectLine } from './select-line.ts'
import { TextPane } from './text-pane.tsx'
import { useColours } from './use-colours.ts'
import { useDecided } from './use-decided.ts'
import { useShared } from './use-shared.ts'
import '../workbench/findings/findings.css'
import './playground.css'

const TallyBars = lazy(async () => ({ default: (await import('./tally-bars.tsx')).TallyBars }))

interface PlaygroundProps {
  readonly kind: Kind
  /** The way to the other kinds. */
  readonly tabs: ReactNode
  readonly examples: readonly Example[]
}

/** Paste, ask, see: the text at the left, the question and its answer at the right. Everything happens in the browser. */
export function Playground({ kind, tabs, examples }: PlaygroundProps) {
  const [state, setState] = useState<{ readonly text: string; readonly form: Form }>({
    text: '',
    form: examples[0]?.questions[0] ?? {},
  })
  const [replaced, setReplaced] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, form } = state
  const said = useDecided(kind.id, text, form)
  const broken = useShared(state, setState)
  const colours = useColours(text, kind.language)
  const reply = typeof said === 'string' ? undefined : said
  const marks = reply?.marks ?? []
  const answer = reply?.isRead ? reply.answer : undefined
  const rules = answer ? (reply?.tally?.rows ?? []) : []

  function load(example: Example) {
    setReplaced(text.trim() === '' || examples.some(it => it.text === text) ? undefined : text)
    setState({ text: example.text, form: example.questions[0] ?? form })
  }
  function bringBack(old: string) {
    setState({ text: old, form })
    setReplaced(undefined)
  }

  return (
    <main className="pg" id="main">
      <section className="pg-left" aria-label="Text">
        <h1 className="vh">Playground: {kind.name}</h1>
        <div className="pg-bar">
          {tabs}
          <span className="pg-acts">
            <ExampleMenu examples={examples} onLoad={load} />
            <CopyLink state={state} />
          </span>
        </div>
        <TextPane
          ref={area}
          label={`Your ${kind.name}`}
          placeholder={kind.hint}
          text={text}
          colours={colours}
          lit={answer?.lit ?? []}
          dim={rules.flatMap(it => (it.lines ? [it.lines] : []))}
          faults={new Set(marks.map(it => it.line))}
          onChange={next => setState({ text: next, form })}
        />
        {replaced !== undefined && (
          <p className="pg-note">
            The example took the place of your text.{' '}
            <button type="button" className="link" onClick={() => bringBack(replaced)}>
              Bring it back
            </button>
          </p>
        )}
        <Suspense>
          {reply?.tally && (
            <TallyBars tally={reply.tally} lit={answer?.lit ?? []} onGoTo={line => selectLine(area.current, line)} />
          )}
        </Suspense>
        <MarkList marks={marks} summary={reply?.summary ?? ''} onGoTo={line => selectLine(area.current, line)} />
      </section>
      <QuestionSide
        {...{ kind, examples, text, form, broken, said }}
        onForm={next => setState({ text, form: next })}
        onLoad={load}
        onGoTo={line => selectLine(area.current, line)}
      />
    </main>
  )
}
