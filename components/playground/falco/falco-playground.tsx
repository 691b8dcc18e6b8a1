'use client'

import { lazy, type ReactNode, Suspense, useRef, useState } from 'react'
import { CopyLink } from '../copy-link.tsx'
import { ExampleMenu } from '../example-menu.tsx'
import { MarkList } from '../mark-list.tsx'
import type { Example, Form } from '../playground.ts'
import { selectLine } from '../select-line.ts'
import { TextPane } from '../text-pane.tsx'
import { useColours } from '../use-colours.ts'
import { useShared } from '../use-shared.ts'
import { filesOf, ruleFiles } from './falco.ts'
import { shownAs } from './falco-settings.ts'
import { FalcoSide } from './falco-side.tsx'
import { FileChoice } from './file-choice.tsx'
import { useFalco } from './use-falco.ts'
import { useLitSpots } from './use-lit-spots.ts'
import '../../workbench/findings/findings.css'
import '../playground.css'
import './falco.css'

const AlertLog = lazy(async () => ({ default: (await import('./alert-log.tsx')).AlertLog }))
const FalcoSays = lazy(async () => ({ default: (await import('./falco-says.tsx')).FalcoSays }))

interface FalcoPlaygroundProps {
  /** The way to the other kinds. */
  readonly tabs: ReactNode
  readonly examples: readonly Example[]
}

interface State {
  readonly text: string
  readonly form: Form
}

/** Rules at the left, events at the right, alerts as they are written. Everything happens in the browser. */
export function FalcoPlayground({ tabs, examples }: FalcoPlaygroundProps) {
  const [state, setState] = useState<State>({ text: '', form: examples[0]?.questions[0] ?? {} })
  const [replaced, setReplaced] = useState<State>()
  const [current, setCurrent] = useState(0)
  const area = useRef<HTMLTextAreaElement>(null)
  const { text, form } = state
  const files = filesOf(text, form)
  const isEmpty = files.length === 0
  const broken = useShared(state, setState, isEmpty)
  const event = Number(form.event ?? 0)
  const asked = { files, events: form.events ?? '', shown: shownAs(form), event }
  const said = useFalco(form.rule === undefined ? asked : { ...asked, rule: form.rule })
  const reply = typeof said === 'string' ? undefined : said

  const { field, path, name } = ruleFiles[current] ?? ruleFiles[0]
  const shown = field === 'rules' ? text : (form[field] ?? '')
  const colours = useColours(shown, 'yaml')
  const own = reply?.files.find(it => it.name === path)
  const operands = reply?.starts ? (reply.why?.operands ?? []) : []
  const spots = operands.flatMap(({ spot }) => (spot?.file === path ? [spot] : []))
  useLitSpots(area, spots)

  const set = (changed: Form) => setState({ text, form: { ...form, ...changed } })
  const edit = (next: string) => (field === 'rules' ? setState({ text: next, form }) : set({ [field]: next }))
  function load(example: Example) {
    setReplaced(isEmpty || examples.some(it => it.text === text) ? undefined : state)
    setState({ text: example.text, form: example.questions[0] ?? {} })
    setCurrent(0)
  }
  function goTo(file: string, line: number) {
    const at = ruleFiles.findIndex(it => it.path === file)
    if (at >= 0) setCurrent(at)
    // The file may have to be drawn first.
    requestAnimationFrame(() => requestAnimationFrame(() => selectLine(area.current, line)))
  }

  return (
    <main className="pg fp" id="main">
      <section className="pg-left" aria-label="Rules and alerts">
        <h1 className="vh">Playground: Falco rules</h1>
        <div className="pg-bar">
          {tabs}
          <span className="pg-acts">
            <ExampleMenu examples={examples} onLoad={load} />
            <CopyLink {...{ state, isEmpty }} />
          </span>
        </div>
        <FileChoice current={current} replies={reply?.files ?? []} onChoose={setCurrent} />
        <TextPane
          ref={area}
          label={`Your ${name}`}
          placeholder={hints[field]}
          text={shown}
          colours={colours}
          lit={spots.map(it => [it.line, it.endLine])}
          dim={[]}
          faults={new Set((own?.marks ?? []).map(it => it.line))}
          onChange={edit}
        />
        {replaced && (
          <p className="pg-note">
            The example took the place of your rules and events.{' '}
            <button type="button" className="link" onClick={() => setState(replaced)}>
              Bring them back
            </button>
          </p>
        )}
        <Suspense>
          {reply && (
            <AlertLog
              {...{ reply, event, rule: reply.why?.row.name }}
              onLook={(at, rule) => set({ event: String(at), rule })}
            />
          )}
          {own?.says !== undefined && <FalcoSays says={own.says} />}
        </Suspense>
        <MarkList
          marks={own?.marks ?? []}
          summary={reply?.summary ?? ''}
          onGoTo={line => selectLine(area.current, line)}
        />
      </section>
      <FalcoSide {...{ examples, form, broken, said, event, isEmpty }} onLoad={load} onForm={set} onGoTo={goTo} />
    </main>
  )
}

const hints: Readonly<Record<(typeof ruleFiles)[number]['field'], string>> = {
  rules: 'Paste rules, macros and lists of Falco.',
  local: 'What is read after falco_rules.yaml: rules of your own, and overrides.',
  extra: 'What is read last: a file of rules.d.',
}
