import { lazy, Suspense } from 'react'
import { Icon } from '../../ui/icon.tsx'
import type { Form } from '../playground.ts'
import { EventList } from './event-list.tsx'
import { EventText } from './event-text.tsx'
import type { FalcoReply } from './falco.ts'
import { withoutLines } from './write-event.ts'

// It needs the engine’s tables.
const EventComposer = lazy(async () => ({ default: (await import('./event-composer.tsx')).EventComposer }))

interface FalcoEventsProps {
  readonly reply: FalcoReply | undefined
  /** Their text. */
  readonly events: string
  /** Which one is looked at, counted from 0. */
  readonly event: number
  onForm(changed: Form): void
  onAdd(items: readonly string[]): void
}

/** The events: to be looked at, taken out, fired and written. */
export function FalcoEvents({ reply, events, event, onForm, onAdd }: FalcoEventsProps) {
  return (
    <>
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
            <EventComposer onFire={onAdd} />
          </Suspense>
        </details>
        <EventText events={events} trouble={reply?.trouble} onChange={next => onForm({ events: next })} />
      </div>
    </>
  )
}
