import { duplicate, every, type FieldError, inJson, invalid, notSupported } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelKeyErrors, labelValueErrors } from '../kubernetes/names.ts'

/** A taint that a pod bears; empty texts where nothing is said. */
export interface Toleration {
  readonly key: string
  readonly operator: string
  readonly value: string
  readonly effect: string
  readonly tolerationSeconds?: number
}

/** What validation says of the tolerations of a Pod, in which they may stand twice. */
export function tolerationErrors(list: readonly Judged[], at: FieldPath): readonly FieldError[] {
  return list.flatMap((toleration, index) => one(toleration, child(at, index)))
}

/** The same of those of a class, which names each once. */
export function classTolerationErrors(list: readonly Toleration[], at: FieldPath): readonly FieldError[] {
  const seen = new Set<string>()
  const repeated = list.flatMap((toleration, index) => {
    const { key, operator, value, effect } = toleration
    const identity = JSON.stringify([key, operator, value, effect])
    const again = seen.has(identity)
    seen.add(identity)
    return again ? [duplicate(child(at, index), inJson(inGo(toleration)))] : []
  })
  return [...tolerationErrors(list, at), ...repeated]
}

/** A toleration, however its seconds are held. */
type Judged = Omit<Toleration, 'tolerationSeconds'> & { readonly tolerationSeconds?: number | bigint | undefined }

function one({ key, operator, value, effect, tolerationSeconds }: Judged, place: FieldPath) {
  const errors: FieldError[] = []
  if (key !== '') errors.push(...every(child(place, 'key'), key, labelKeyErrors(key)))
  const at = child(place, 'operator')
  const bad = (given: string, why: string) => errors.push(invalid(at, given, why))
  if (key === '' && operator !== 'Exists')
    bad(operator, 'operator must be Exists when `key` is empty, which means "match all values and all keys"')
  if (tolerationSeconds !== undefined && effect !== 'NoExecute')
    errors.push(
      invalid(child(place, 'effect'), inJson(effect), "effect must be 'NoExecute' when `tolerationSeconds` is set"),
    )
  if (operator === '' || operator === 'Equal') {
    const wrong = labelValueErrors(value)
    if (wrong.length > 0) bad(value, wrong.join(';'))
  } else if (operator === 'Exists') {
    if (value !== '') bad(value, "value must be empty when `operator` is 'Exists'")
  } else {
    // Without their feature gate `Lt` and `Gt` are refused, and listed all the same.
    const known = ['Equal', 'Exists', ...(operator === 'Lt' || operator === 'Gt' ? ['Lt', 'Gt'] : [])]
    errors.push(notSupported(at, inJson(operator), known))
  }
  if (effect !== '' && !effects.includes(effect))
    errors.push(notSupported(child(place, 'effect'), inJson(effect), effects))
  return errors
}

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']

function same(one: Toleration, other: Toleration): boolean {
  return (
    one.key === other.key && one.operator === other.operator && one.value === other.value && one.effect === other.effect
  )
}

/** Its internal type in Go. */
function inGo({ key, operator, value, effect, tolerationSeconds }: Toleration): unknown {
  return { Key: key, Operator: operator, Value: value, Effect: effect, TolerationSeconds: tolerationSeconds ?? null }
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
