import type { Form } from '../playground.ts'
import { QuestionFields } from '../question-fields.tsx'
import { settingFields } from './falco-settings.ts'

interface FalcoYamlProps {
  readonly form: Form
  onForm(changed: Form): void
}

/** What falco.yaml says of alerts. */
export function FalcoYaml({ form, onForm }: FalcoYamlProps) {
  return (
    <div className="fp-settings">
      <h2 className="h-sm">
        falco.yaml <span className="meta">what it says of alerts</span>
      </h2>
      <QuestionFields
        {...{ title: 'falco.yaml', fields: settingFields, form, problem: undefined, known: undefined }}
        onChange={onForm}
      />
    </div>
  )
}
