import { byBytes } from '../../yaml/go/by-bytes.ts'
import { aggregate, type FieldError, inJson, invalid } from './field-error.ts'
import { at, child, keyed } from './field-path.ts'
import type { LabelSelector, Labels } from './label-selector.ts'
import { labelKeyErrors, labelValueErrors } from './names.ts'

/** One condition of a selector as it is written in a line: `app in (web,api)`, `!old`, `size>3`. */
export interface Requirement {
  readonly key: string
  readonly operator: Operator
  readonly values: readonly string[]
}

export type Operator = 'in' | 'notin' | '=' | '==' | '!=' | 'gt' | 'lt' | 'exists' | '!'

/** What Kubernetes says of a condition that it refuses; undefined when it takes it. `values` undefined is Go's nil. */
export function requirementError(key: string, operator: Operator, values?: readonly string[]): string | undefined {
  const given = values ?? []
  const list = at('values')
  const bad = (why: string) => [invalid(list, inJson(values), why)]
  const errors: readonly FieldError[] = [
    ...joined(labelKeyErrors(key)).map(why => invalid(at('key'), key, why)),
    ...amountErrors(operator, given, bad),
    ...given.flatMap((value, i) =>
      joined(labelValueErrors(value)).map(why => invalid(keyed(child(list, i), key), value, why)),
    ),
  ]
  return errors.length === 0 ? undefined : aggregate(errors.map(({ message }) => message))
}

/** The same of a key alone. */
export function requirementKeyError(key: string): string | undefined {
  return joined(labelKeyErrors(key)).map(why => invalid({ path: [], field: '' }, key, why).message)[0]
}

function amountErrors(
  operator: Operator,
  values: readonly string[],
  bad: (why: string) => readonly FieldError[],
): readonly FieldError[] {
  switch (operator) {
    case 'in':
    case 'notin':
      return values.length > 0 ? [] : bad("for 'in', 'notin' operators, values set can't be empty")
    case 'exists':
    case '!':
      return values.length === 0 ? [] : bad('values set must be empty for exists and does not exist')
    case 'gt':
    case 'lt': {
      const numbers = values.flatMap((value, i) =>
        whole(value) === undefined
          ? [invalid(at('values', i), value, "for 'Gt', 'Lt' operators, the value must be an integer")]
          : [],
      )
      return values.length === 1
        ? numbers
        : [...bad("for 'Gt', 'Lt' operators, exactly one value is required"), ...numbers]
    }
    default:
      return values.length === 1 ? [] : bad('exact-match compatibility requires one single value')
  }
}

function joined(complaints: readonly string[]): readonly string[] {
  return complaints.length === 0 ? [] : [complaints.join('; ')]
}

/** Whether labels meet a condition. `!=` and `notin` take what lacks the key. */
export function meets({ key, operator, values }: Requirement, labels: Labels): boolean {
  const value = labels.get(key)
  if (operator === 'exists') return value !== undefined
  if (operator === '!') return value === undefined
  if (operator === '!=' || operator === 'notin') return value === undefined || !values.includes(value)
  if (value === undefined) return false
  if (operator !== 'gt' && operator !== 'lt') return values.includes(value)
  const [own, limit] = [whole(value), whole(values[0] ?? '')]
  if (own === undefined || limit === undefined) return false
  return operator === 'gt' ? own > limit : own < limit
}

/** Conditions as Kubernetes prints them: by key, values of a set in order. */
export function requirementsText(requirements: readonly Requirement[]): string {
  return inOrder(requirements).map(requirementText).join(',')
}

export function inOrder(requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.toSorted((a, b) => byBytes(a.key, b.key))
}

function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'exists':
      return key
    case '!':
      return `!${key}`
    case 'in':
    case 'notin':
      return `${key} ${operator} (${values.toSorted(byBytes).join(',')})`
    default:
      return `${key}${{ gt: '>', lt: '<', '=': '=', '==': '==', '!=': '!=' }[operator]}${values.join(',')}`
  }
}

const operators: Readonly<Record<string, Operator>> = { In: 'in', NotIn: 'notin', Exists: 'exists', DoesNotExist: '!' }

/** The conditions of an object's selector, or what Kubernetes says of one that it cannot use. */
export function requirementsOf({
  matchLabels,
  matchExpressions,
}: LabelSelector): { readonly requirements: readonly Requirement[] } | { readonly error: string } {
  const requirements: Requirement[] = []
  for (const [key, value] of [...matchLabels].sort(([a], [b]) => byBytes(a, b))) {
    const error = requirementError(key, '=', [value])
    if (error !== undefined) return { error }
    requirements.push({ key, operator: '=', values: [value] })
  }
  for (const { key, operator, values } of matchExpressions) {
    const known = Object.hasOwn(operators, operator) ? operators[operator] : undefined
    if (!known) return { error: `${JSON.stringify(operator)} is not a valid label selector operator` }
    const error = requirementError(key, known, values.length > 0 ? values : undefined)
    if (error !== undefined) return { error }
    requirements.push({ key, operator: known, values })
  }
  return { requirements: inOrder(requirements) }
}

/** A whole number of 64 bits, as `strconv.ParseInt` reads it. */
function whole(text: string): bigint | undefined {
  if (!/^[+-]?\d{1,40}$/.test(text)) return undefined
  const value = BigInt(text.replace(/^\+/, ''))
  return BigInt.asIntN(64, value) === value ? value : undefined
}
