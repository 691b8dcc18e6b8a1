import type { FalcoReply } from './falco.ts'

interface AlertLogProps {
  readonly reply: FalcoReply
  /** Which event is looked at, counted from 0, and which rule. */
  readonly event: number
  readonly rule: string | undefined
  onLook(event: number, rule: string): void
}

/** The alerts as Falco prints them. Each leads to the event and the rule that it comes from. */
export function AlertLog({ reply, event, rule, onLook }: AlertLogProps) {
  const { alerts, left, starts } = reply
  return (
    <section className={`fp-log${starts ? '' : ' is-stale'}`} aria-label="Alerts">
      <h2 className="h-sm">
        {alerts.length === 0 ? 'No alerts' : alerts.length === 1 ? '1 alert' : `${alerts.length + left.alerts} alerts`}
        <span className="meta">
          {starts ? 'the first event at 08:00, one each second' : 'Falco does not start: these are of a moment ago'}
        </span>
      </h2>
      <ol>
        {alerts.map((it, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: alerts have no other name than their place
          <li key={at}>
            <button
              type="button"
              className={`mono fp-${it.priority.toLowerCase()}`}
              aria-current={(it.event === event && it.rule === rule) || undefined}
              onClick={() => onLook(it.event, it.rule)}
            >
              {it.line}
            </button>
          </li>
        ))}
      </ol>
      {left.alerts > 0 && <p className="meta">{left.alerts} more are not shown.</p>}
    </section>
  )
}
