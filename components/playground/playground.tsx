'use client'

import { useRef, useState } from 'react'
import { CopyLink } from './copy-link.tsx'
import { Decision } from './decision.tsx'
import { ExampleMenu } from './example-menu.tsx'
import { KindTabs } from './kind-tabs.tsx'
import type { Kind } from './kinds.ts'
import { MarkList } from './mark-list.tsx'
import type { Example, Form } from './playground.ts'
import { questionEditor } from './question-editors.ts'
import { QuestionPick } from './question-pick.tsx'
import { TextPane } from './text-pane.tsx'
import { useDecided } from './use-decided.ts'
import { useShared } from './use-shared.ts'
import '../workbench/findings/findings.css'
import './playground.css'

interface PlaygroundProps {
  readonly kind: Kind
  readonly examples: readonly Example[]
}

/** Paste, ask, see: the text at the left, the question and its answer at the right. Everything happens in the browser. */
export function Playground({ kind, examples }: PlaygroundProps) {
  const [state, setState] = useState<{ readonly text: string; readonly form: Form }>({
    text: '',
    form: examples[0]?.questions[0] ?? {},
  })
  const [replaced, setReplaced] = useState<string>()
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, form } = state
  const Question = questionEditor(kind.id)
  const said = useDecided(kind.id, text, form)
  const broken = useShared(state, setState)
  const reply = typeof said === 'string' ? undefined : said
  const marks = reply?.marks ?? []
  const fault = marks.find(it => it.severity === 'error')
  const isStale = reply !== undefined && !reply.isRead
  const questions = (examples.find(it => it.text === text) ?? examples[0])?.questions ?? []

  const setForm = (next: Form) => setState({ text, form: next })
  function load(example: Example) {
    setReplaced(text.trim() === '' || examples.some(it => it.text === text) ? undefined : text)
    setState({ text: example.text, form: example.questions[0] ?? form })
  }
  function goTo(line: number) {
    const lines = text.split('\n')
    const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
    area.current?.focus()
    area.current?.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    area.current?.parentElement?.querySelector(`[data-n="${line}"]`)?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <main className="pg" id="main">
      <section className="pg-left" aria-label="Text">
        <h1 className="vh">Playground: {kind.name}</h1>
        <div className="pg-bar">
          <KindTabs current={kind.id} />
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
          lit={isStale ? [] : (reply?.answer?.lit ?? [])}
          faults={new Set(marks.map(it => it.line))}
          onChange={next => setState({ text: next, form })}
        />
        {replaced !== undefined && (
          <p className="pg-note">
            The example took the place of your text.{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setState({ text: replaced, form })
                setReplaced(undefined)
              }}
            >
              Bring it back
            </button>
          </p>
        )}
        <MarkList marks={marks} summary={reply?.summary ?? ''} onGoTo={goTo} />
      </section>
      <section className="pg-right" aria-label="Question and decision">
        {broken && (
          <p className="note" role="alert">
            {broken}
          </p>
        )}
        <Question
          title={kind.question}
          fields={kind.fields}
          form={form}
          problem={reply?.problem ?? (typeof said === 'string' ? said : undefined)}
          known={reply?.known}
          onChange={setForm}
        />
        <div aria-live="polite">
          {reply?.answer && (
            <Decision answer={reply.answer} stale={isStale ? staleWords(fault?.line) : undefined} onGoTo={goTo} />
          )}
          {isStale && !reply.answer && (
            <p className="pg-none">
              {fault ? `Line ${fault.line} cannot be read` : 'The text cannot be read'}, so nothing can be asked yet.
            </p>
          )}
          {text.trim() === '' && (
            <div className="pg-none">
              <p>{kind.hint} Then ask, and see which line decides.</p>
              {examples.map(it => (
                <button key={it.title} type="button" className="btn btn-sm" onClick={() => load(it)}>
                  {it.title}
                </button>
              ))}
            </div>
          )}
        </div>
        {text.trim() !== '' && <QuestionPick questions={questions} form={form} onPick={setForm} />}
      </section>
    </main>
  )
}

function staleWords(line: number | undefined): string {
  const what = line === undefined ? 'The text' : `Line ${line}`
  return `${what} cannot be read; showing the answer as of a moment ago.`
}
