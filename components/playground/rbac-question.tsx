import { QuestionFields, type QuestionProps } from './question-fields.tsx'
import { rbacAsks } from './rbac-asks.ts'

/** Fields that a question does not ask for. */
const without: Readonly<Record<string, readonly string[]>> = {
  [rbacAsks.who]: ['user', 'groups', 'role'],
  [rbacAsks.bind]: ['verb', 'what'],
}

/** Roles are asked in three ways, each with fields of its own. */
export function RbacQuestion({ fields, ...rest }: QuestionProps) {
  const left = without[rest.form.ask ?? ''] ?? ['role']
  return <QuestionFields {...rest} fields={fields.filter(it => !left.includes(it.name))} />
}
