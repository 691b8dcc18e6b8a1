import { lazy, Suspense } from 'react'
import type { Example, Form } from '../playground.ts'
import type { FalcoReply } from './falco.ts'
import { withItems } from './write-event.ts'

// What the page can be read without is loaded behind it.
const FalcoEvents = lazy(async () => ({ default: (await import('./falco-events.tsx')).FalcoEvents }))
const FalcoYaml = lazy(async () => ({ default: (await import('./falco-yaml.tsx')).FalcoYaml }))
const RuleWhy = lazy(async () => ({ default: (await import('./rule-why.tsx')).RuleWhy }))
const FiringBars = lazy(async () => ({ default: (await import('./firing-bars.tsx')).FiringBars }))

interface FalcoSideProps {
  readonly examples: readonly Example[]
  readonly form: Form
  /** A sentence about the link. */
  readonly broken: string | undefined
  /** What Falco makes of all, or why that cannot be said. */
  readonly said: FalcoReply | string | undefined
  /** Which event is looked at, counted from 0. */
  readonly event: number
  /** There are no rules at all. */
  readonly isEmpty: boolean
  onForm(changed: Form): void
  onLoad(example: Example): void
  onGoTo(file: string, line: number): void
}

/** The events, what is made of one of them, and what falco.yaml says. */
export function FalcoSide({ examples, form, broken, said, event, isEmpty, onForm, onLoad, onGoTo }: FalcoSideProps) {
  const reply = typeof said === 'string' ? undefined : said
  const { events = '' } = form
  const add = (items: readonly string[], rule: string) =>
    onForm({ events: withItems(events, items), event: String(reply?.events.length ?? 0), rule })
  return (
    <section className="pg-right" aria-label="Events and reasons">
      {broken && (
        <p className="note" role="alert">
          {broken}
        </p>
      )}
      {isEmpty && (
        <div className="pg-none">
          <p>Paste rules of Falco. Then fire events, and see which rules alert and why.</p>
          {examples.map(it => (
            <button key={it.title} type="button" className="btn btn-sm" onClick={() => onLoad(it)}>
              {it.title}
            </button>
          ))}
        </div>
      )}
      <p className="vh" role="status">
        {typeof said === 'string' ? said : said && spoken(said)}
      </p>
      {typeof said === 'string' && <p className="field-error">{said}</p>}
      <Suspense>
        <FalcoEvents {...{ reply, events, event, onForm }} onAdd={items => add(items, '')} />
      </Suspense>
      <Suspense>
        {reply?.why && <RuleWhy {...{ reply, why: reply.why, onGoTo }} onRule={rule => onForm({ rule })} />}
      </Suspense>
      <Suspense>
        <FalcoYaml form={form} onForm={onForm} />
      </Suspense>
      <Suspense>
        {reply?.firing && (
          <FiringBars {...{ firing: reply.firing, onGoTo }} onTry={(item, rule) => add([item], rule)} />
        )}
      </Suspense>
    </section>
  )
}

/** What came of it in one breath. */
function spoken({ starts, alerts, left, events, why }: FalcoReply): string {
  if (!starts) return 'Falco does not start with these rules.'
  const many = alerts.length + left.alerts
  const about = why ? ` ${why.row.name}: ${why.says}` : ''
  return `${many} ${many === 1 ? 'alert' : 'alerts'} for ${events.length} ${events.length === 1 ? 'event' : 'events'}.${about}`
}
