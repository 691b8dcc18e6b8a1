import { Icon } from '../ui/icon.tsx'
import { QuestionFields, type QuestionProps } from './question-fields.tsx'
import { seccompReaders } from './seccomp-fields.ts'
import './seccomp-question.css'

/** Only Docker’s dialect asks for capabilities and kernels. A second profile can be written, to be compared with the first. */
export function SeccompQuestion({ fields, ...rest }: QuestionProps) {
  const { form, onChange } = rest
  const isOci = (form.reader ?? seccompReaders[0]) === seccompReaders[0]
  const asked = isOci ? fields.filter(it => it.name !== 'capabilities' && it.name !== 'kernel') : fields
  return (
    <>
      <QuestionFields {...rest} fields={asked} />
      <details className="pg-against">
        <summary>
          <Icon name="chevron" className="ic-turn" />
          Compare with another profile
        </summary>
        <label htmlFor="pg-against">The other profile</label>
        <textarea
          id="pg-against"
          className="input mono"
          rows={8}
          placeholder="Paste it here: every call that the two treat differently is told."
          value={form.against ?? ''}
          onChange={event => onChange({ ...form, against: event.currentTarget.value })}
          spellCheck={false}
          autoComplete="off"
        />
      </details>
    </>
  )
}
