import { Glyph } from '../../ui/glyph.tsx'
import type { FalcoReply, Operand, RuleRow, RuleWhy as Why } from './falco.ts'

const words: Readonly<Record<RuleRow['state'], string>> = {
  alerts: 'alerts',
  unasked: 'matches, not asked',
  quiet: 'does not match',
  open: 'not decided',
  off: 'off',
}

interface RuleWhyProps {
  readonly reply: FalcoReply
  readonly why: Why
  onRule(rule: string): void
  onGoTo(file: string, line: number): void
}

/** What every rule makes of the event that is looked at, and why one of them does so: by which comparison, and what the event says. */
export function RuleWhy({ reply: { rules, left, starts }, why, onRule, onGoTo }: RuleWhyProps) {
  const { row, says, operands, never, noise } = why
  const { spot } = row
  return (
    <section className={starts ? 'decision' : 'decision is-stale'} aria-label="Why">
      <div className="decision-top">
        <label htmlFor="fp-rule" className="fp-rule-label">
          <Glyph name="decided" /> Rule
        </label>
        <select id="fp-rule" className="select" value={row.name} onChange={event => onRule(event.currentTarget.value)}>
          {(rules.some(it => it.name === row.name) ? rules : [row, ...rules]).map(it => (
            <option key={it.name} value={it.name}>
              {it.name}: {words[it.state]}
            </option>
          ))}
        </select>
        {left.rules > 0 && <span className="meta">{left.rules} more rules are not listed.</span>}
        <b>{words[row.state]}</b>
        <span className="muted">
          {says} {spot && <GoTo {...{ spot, onGoTo }} />}
        </span>
        {never !== undefined && <span className="muted">{never}</span>}
      </div>
      <ul className="why fp-operands">
        {operands.map((it, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the comparisons of a rule do not move
          <li key={at} className="is-now">
            <code>{it.text}</code>
            <span>
              {heldWords(it)} {it.value !== undefined && <ValueOf operand={it} />}{' '}
              {it.spot && <GoTo {...{ spot: it.spot, onGoTo }} />}
            </span>
          </li>
        ))}
      </ul>
      {noise.length > 0 && (
        <div className="fp-noise">
          <h3 className="h-sm">Alerts for everyday acts</h3>
          <ul>
            {noise.map(({ says: sentence, spot: at }) => (
              <li key={sentence}>
                {sentence} {at && <GoTo {...{ spot: at, onGoTo }} />}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function heldWords({ held, field, value }: Operand): string {
  if (held === undefined) return value === undefined ? `The event does not tell ${field}.` : 'Not decided.'
  return held ? 'Holds.' : 'Does not hold.'
}

function ValueOf({ operand: { field, value } }: { operand: Operand }) {
  return (
    <>
      <code>{field}</code> is <b>{value}</b>.
    </>
  )
}

type GoToProps = Pick<RuleWhyProps, 'onGoTo'> & { readonly spot: NonNullable<RuleRow['spot']> }

function GoTo({ spot: { file, line }, onGoTo }: GoToProps) {
  return (
    <button type="button" className="link" onClick={() => onGoTo(file, line)}>
      line {line} of {file.slice(file.lastIndexOf('/') + 1)}
    </button>
  )
}
