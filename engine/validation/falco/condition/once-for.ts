import type { ValueNode } from './syntax.ts'

const known = new WeakMap<readonly ValueNode[], Map<string, unknown>>()

/**
 * What was found out about the values of a list that is put into several conditions, worked out at the first of them.
 * `question` names what is asked, with everything that the answer hangs on beside the values; it always has the same type.
 */
export function onceFor<T>(values: readonly ValueNode[], question: string, work: () => T): T {
  const answers = known.get(values) ?? new Map<string, unknown>()
  known.set(values, answers)
  if (!answers.has(question)) answers.set(question, work())
  return answers.get(question) as T
}
