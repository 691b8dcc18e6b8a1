import { Icon } from '../ui/icon.tsx'
import { QuestionFields, type QuestionProps } from './question-fields.tsx'
import { seccompReaders } from './seccomp-fields.ts'
import './seccomp-question.css'

/** Only Docker’s dialect asks for capabilities and kernels. A second profile can be written, to be compared with the first. */
export function SeccompQuestion({ fields, ...rest }: QuestionProps) {
  const { form, onChange } = rest
  const isOci = (form.reader ?? seccompReaders[0]) === seccompReaders[0]
  const apart = isOci ? ['against', 'capabilities', 'kernel'] : ['against']
  const against = fields.find(it => it.name === 'against')
  return (
    <>
      <QuestionFields {...rest} fields={fields.filter(it => !apart.includes(it.name))} />
      <details className="pg-against" open={form.against !== undefined}>
        <summary>
          <Icon name="chevron" className="ic-turn" />
          Compare with another profile
        </summary>
        <label htmlFor="pg-against">{against?.label}</label>
        <textarea
          id="pg-against"
          className="input mono"
          placeholder={against?.placeholder}
          value={form.against ?? ''}
          onChange={event => onChange({ ...form, against: event.currentTarget.value })}
          spellCheck={false}
          autoComplete="off"
        />
      </details>
    </>
  )
}
