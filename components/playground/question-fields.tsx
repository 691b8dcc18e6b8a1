import type { Field } from './kinds.ts'
import type { Form } from './playground.ts'

interface QuestionFieldsProps {
  readonly title: string
  readonly fields: readonly Field[]
  readonly form: Form
  readonly problem: string | undefined
  onChange(form: Form): void
}

/** The question, field by field. It is asked while somebody writes. */
export function QuestionFields({ title, fields, form, problem, onChange }: QuestionFieldsProps) {
  const set = (name: string, value: string) => onChange({ ...form, [name]: value })
  return (
    <fieldset className="pg-form">
      <legend className="vh">{title}</legend>
      {fields.map(({ name, label, options, placeholder, wide }) => (
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
            />
          )}
        </div>
      ))}
      <p className="field-error full" id="pg-problem" role="status">
        {problem}
      </p>
    </fieldset>
  )
}
