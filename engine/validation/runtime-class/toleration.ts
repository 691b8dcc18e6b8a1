import type { Path } from '../../yaml/range.ts'
import { type FieldError, fieldError, invalid } from './field-error.ts'
import { labelKeyErrors, labelValueErrors } from './names.ts'

/** A taint that a pod bears; empty texts where nothing is said. */
export interface Toleration {
  readonly key: string
  readonly operator: string
  readonly value: string
  readonly effect: string
  readonly tolerationSeconds?: number
}

/** What validation says of a list of tolerations. `field` is the list's path as printed. */
export function tolerationErrors(list: readonly Toleration[], path: Path, field: string): readonly FieldError[] {
  const seen = new Set<string>()
  return list.flatMap((toleration, index) => {
    const { key, operator, value, effect } = toleration
    const identity = JSON.stringify([key, operator, value, effect])
    const again = seen.has(identity)
    seen.add(identity)
    const at = [...path, index]
    return [
      ...one(toleration, at, `${field}[${index}]`),
      ...(again ? [fieldError(at, `${field}[${index}]`, 'Duplicate value', inGo(toleration))] : []),
    ]
  })
}

function one({ key, operator, value, effect, tolerationSeconds }: Toleration, path: Path, field: string) {
  const errors: FieldError[] = []
  if (key !== '') errors.push(...labelKeyErrors(key).map(why => invalid([...path, 'key'], `${field}.key`, key, why)))
  const at = [...path, 'operator']
  const bad = (given: string, why: string) => errors.push(invalid(at, `${field}.operator`, given, why))
  if (key === '' && operator !== 'Exists')
    bad(operator, 'operator must be Exists when `key` is empty, which means "match all values and all keys"')
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(
      invalid(
        [...path, 'effect'],
        `${field}.effect`,
        effect,
        "effect must be 'NoExecute' when `tolerationSeconds` is set",
      ),
    )
  if (operator === '' || operator === 'Equal') for (const why of labelValueErrors(value)) bad(value, why)
  else if (operator === 'Exists') {
    if (value !== '') bad(value, "value must be empty when `operator` is 'Exists'")
  } else {
    // Without their feature gate `Lt` and `Gt` are refused, and listed all the same.
    const known = operator === 'Lt' || operator === 'Gt' ? '"Equal", "Exists", "Lt", "Gt"' : '"Equal", "Exists"'
    errors.push(unsupported(at, `${field}.operator`, operator, known))
  }
  if (!['', 'NoSchedule', 'PreferNoSchedule', 'NoExecute'].includes(effect))
    errors.push(
      unsupported([...path, 'effect'], `${field}.effect`, effect, '"NoSchedule", "PreferNoSchedule", "NoExecute"'),
    )
  return errors
}

function unsupported(path: Path, field: string, value: string, supported: string): FieldError {
  return fieldError(path, field, 'Unsupported value', JSON.stringify(value), `supported values: ${supported}`)
}

function same(one: Toleration, other: Toleration): boolean {
  return (
    one.key === other.key && one.operator === other.operator && one.value === other.value && one.effect === other.effect
  )
}

/** Go's JSON of its internal type. */
function inGo({ key, operator, value, effect, tolerationSeconds }: Toleration): string {
  const text = JSON.stringify({ Key: key, Operator: operator, Value: value, Effect: effect })
  return `${text.slice(0, -1)},"TolerationSeconds":${tolerationSeconds ?? null}}`
}

/** The pod's tolerations and then the class's, without those that another covers; the pod's own stay when both are equal. */
export function mergeTolerations(pod: readonly Toleration[], fromClass: readonly Toleration[]): readonly Toleration[] {
  const all = [...pod, ...fromClass]
  const kept: Toleration[] = []
  for (const [index, toleration] of all.entries()) {
    if (kept.some(other => covers(other, toleration))) continue
    if (all.slice(index + 1).some(later => covers(later, toleration) && !equal(later, toleration))) continue
    kept.push(toleration)
  }
  return kept
}

function equal(one: Toleration, other: Toleration): boolean {
  return same(one, other) && one.tolerationSeconds === other.tolerationSeconds
}

/** Whether everything that the second tolerates, the first does. */
function covers(one: Toleration, other: Toleration): boolean {
  if (equal(one, other)) return true
  if (one.key !== other.key && (one.key !== '' || one.operator !== 'Exists')) return false
  if (one.effect !== other.effect && one.effect !== '') return false
  if (one.effect === 'NoExecute' && one.tolerationSeconds !== undefined) {
    if (other.tolerationSeconds === undefined || one.tolerationSeconds < other.tolerationSeconds) return false
  }
  if (one.operator === 'Exists') return true
  return (one.operator === '' || one.operator === 'Equal') && other.operator === 'Equal' && one.value === other.value
}
