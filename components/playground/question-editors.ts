import type { ComponentType } from 'react'
import { ApparmorQuestion } from './apparmor-question.tsx'
import type { KindId } from './kinds.ts'
import { QuestionFields, type QuestionProps } from './question-fields.tsx'
import { RbacQuestion } from './rbac-question.tsx'
import { SeccompQuestion } from './seccomp-question.tsx'

/** Kinds whose question is written in an editor of its own. Whatever it is, it comes down to a form. */
const own: Readonly<Partial<Record<KindId, ComponentType<QuestionProps>>>> = {
  apparmor: ApparmorQuestion,
  rbac: RbacQuestion,
  seccomp: SeccompQuestion,
}

export function questionEditor(kind: KindId): ComponentType<QuestionProps> {
  return own[kind] ?? QuestionFields
}
