import { Icon } from '../../ui/icon.tsx'
import type { EventRow } from './falco.ts'

interface EventListProps {
  readonly events: readonly EventRow[]
  readonly current: number
  onLook(event: number): void
  onRemove(row: EventRow): void
}

/** The events in order, and for which rules each alerts. */
export function EventList({ events, current, onLook, onRemove }: EventListProps) {
  return (
    <fieldset className="pick fp-events">
      <legend className="h-sm">Events</legend>
      {events.length === 0 && <p className="meta">None yet. Fire an action, or write one.</p>}
      {events.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: events have no other name than their place
        <div key={at}>
          <label>
            <input type="radio" name="fp-event" checked={at === current} onChange={() => onLook(at)} />
            <span>
              {row.problem === undefined ? row.title : `Line ${row.lines[0]} is no event.`}
              <small className={row.alerts.length > 0 ? 'fp-loud' : undefined}>{whatOf(row)}</small>
            </span>
          </label>
          <button type="button" className="btn btn-quiet btn-xs btn-icon" onClick={() => onRemove(row)}>
            <Icon name="close" />
            <span className="vh">Remove event {at + 1}</span>
          </button>
        </div>
      ))}
    </fieldset>
  )
}

function whatOf({ problem, type, alerts, open }: EventRow): string {
  if (problem !== undefined) return problem
  const loud = alerts.length > 0 ? `alerts: ${alerts.join(', ')}` : 'no alert'
  return `${type}, ${open.length > 0 ? `${loud}; not decided: ${open.join(', ')}` : loud}`
}
