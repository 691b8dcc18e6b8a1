import { Icon } from '../../ui/icon.tsx'

interface EventTextProps {
  readonly events: string
  readonly trouble: string | undefined
  onChange(events: string): void
}

/** The events as they are written: in the short-hands of labs. */
export function EventText({ events, trouble, onChange }: EventTextProps) {
  return (
    <details className="fp-fold">
      <summary>
        <Icon name="chevron" className="ic-turn" />
        The events as text
      </summary>
      <label htmlFor="fp-events">A list in YAML, as labs write events</label>
      <textarea
        id="fp-events"
        className="input mono"
        placeholder={'- shell-in-container\n- { open: /etc/shadow, by: cat /etc/shadow, user: root }'}
        value={events}
        onChange={event => onChange(event.currentTarget.value)}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-describedby="fp-trouble"
        wrap="off"
      />
      <p className="meta">
        One of open, write, create, exec, connect, remove, mkdir, rename, chmod, call; beside it container, image, pod,
        ns, user, uid, by, ancestors, tty, failed, fields.
      </p>
      <p className="field-error" id="fp-trouble" role="status">
        {trouble}
      </p>
    </details>
  )
}
