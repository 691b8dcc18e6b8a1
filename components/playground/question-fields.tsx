import type { Field } from './kinds.ts'
import type { Form, Reply } from './playground.ts'

/** What every editor of a question is given. */
export interface QuestionProps {
  readonly title: string
  readonly fields: readonly Field[]
  readonly form: Form
  /** What to put right. */
  readonly problem: string | undefined
  /** What the text knows, by field. */
  readonly known: Reply['known']
  onChange(form: Form): void
}

/** The question as fields. */
export function QuestionFields({ title, fields, form, problem, known, onChange }: QuestionProps) {
  const set = (name: string, value: string) => onChange({ ...form, [name]: value })
  return (
    <fieldset className="pg-form">
      <legend className="vh">{title}</legend>
      {fields.map(({ name, label, options, offered, placeholder, wide }) => (
        <div key={name} className={wide ? 'field full' : 'field'}>
          <label htmlFor={`pg-${name}`}>{label}</label>
          {options ? (
            <select
              id={`pg-${name}`}
              className="select mono"
              value={form[name] ?? options[0]}
              onChange={event => set(name, event.currentTarget.value)}
            >
              {options.map(it => (
                <option key={it}>{it}</option>
              ))}
            </select>
          ) : (
            <input
              id={`pg-${name}`}
              className="input mono"
              value={form[name] ?? ''}
              placeholder={placeholder}
              onChange={event => set(name, event.currentTarget.value)}
              autoComplete="off"
              spellCheck={false}
              aria-describedby="pg-problem"
              list={`pg-${name}-known`}
            />
          )}
          {!options && <Offered id={`pg-${name}-known`} words={[...(known?.[name] ?? []), ...(offered ?? [])]} />}
        </div>
      ))}
      <p className="field-error full" id="pg-problem" role="status">
        {problem}
      </p>
    </fieldset>
  )
}

/** Words that are offered: more would be slower to go through than to write. */
const MAX_OFFERED = 200

function Offered({ id, words }: { id: string; words: readonly string[] }) {
  return (
    <datalist id={id}>
      {[...new Set(words)].slice(0, MAX_OFFERED).map(it => (
        <option key={it} value={it} />
      ))}
    </datalist>
  )
}
