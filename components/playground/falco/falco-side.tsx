import { lazy, Suspense } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Example, Form } from '../playground.ts'
import { QuestionFields } from '../question-fields.tsx'
import { EventList } from './event-list.tsx'
import { EventText } from './event-text.tsx'
import type { FalcoReply } from './falco.ts'
import { settingFields } from './falco-settings.ts'
import { withItems, withoutLines } from './write-event.ts'

// What needs the engine’s tables, or is seen only when something was decided.
const EventComposer = lazy(async () => ({ default: (await import('./event-composer.tsx')).EventComposer }))
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
      {reply && (
        <EventList
          events={reply.events}
          current={event}
          onLook={at => onForm({ event: String(at), rule: '' })}
          onRemove={row => onForm({ events: withoutLines(events, row.lines), event: '0', rule: '' })}
        />
      )}
      <div>
        <details className="fp-fold">
          <summary>
            <Icon name="chevron" className="ic-turn" />
            Fire an action
          </summary>
          <Suspense>
            <EventComposer onFire={items => add(items, '')} />
          </Suspense>
        </details>
        <EventText events={events} trouble={reply?.trouble} onChange={next => onForm({ events: next })} />
      </div>
      <Suspense>
        {reply?.why && <RuleWhy {...{ reply, why: reply.why, onGoTo }} onRule={rule => onForm({ rule })} />}
      </Suspense>
      <div className="fp-settings">
        <h2 className="h-sm">
          falco.yaml <span className="meta">what it says of alerts</span>
        </h2>
        <QuestionFields
          {...{ title: 'falco.yaml', fields: settingFields, form, problem: undefined, known: undefined }}
          onChange={onForm}
        />
      </div>
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
