import { apparmorFieldsOf } from './apparmor-fields.ts'
import { QuestionFields, type QuestionProps } from './question-fields.tsx'

/** Each act has fields of its own. */
export function ApparmorQuestion(props: QuestionProps) {
  return <QuestionFields {...props} fields={apparmorFieldsOf(props.form.act)} />
}
