import { every, type FieldError, forbidden, inJson, invalid, required } from './field-error.ts'
import { child, type FieldPath } from './field-path.ts'
import { labelKeyErrors, labelValueErrors } from './names.ts'
import { labelsErrors } from './object-meta.ts'

export type Labels = ReadonlyMap<string, string>

/** A selector as objects hold it. An empty one matches everything; where there is none, nothing is matched. */
export interface LabelSelector {
  readonly matchLabels: Labels
  readonly matchExpressions: readonly LabelRequirement[]
}

export interface LabelRequirement {
  readonly key: string
  /** `In`, `NotIn`, `Exists` or `DoesNotExist`; validation refuses others. */
  readonly operator: string
  readonly values: readonly string[]
}

/** Compiles a selector into a function that asks labels. An operator that Kubernetes does not know matches nothing. */
export function compileLabelSelector({ matchLabels, matchExpressions }: LabelSelector): (labels: Labels) => boolean {
  const equal = [...matchLabels]
  const required = matchExpressions.map(compileRequirement)
  return labels => equal.every(([key, value]) => labels.get(key) === value) && required.every(asks => asks(labels))
}

/** `NotIn` takes what lacks the key, too. */
function compileRequirement({ key, operator, values }: LabelRequirement): (labels: Labels) => boolean {
  const set = new Set(values)
  const isIn = (labels: Labels) => {
    const value = labels.get(key)
    return value !== undefined && set.has(value)
  }
  if (operator === 'In') return isIn
  if (operator === 'NotIn') return labels => !isIn(labels)
  if (operator === 'Exists') return labels => labels.has(key)
  return operator === 'DoesNotExist' ? labels => !labels.has(key) : () => false
}

/** What validation says of a selector. */
export function labelSelectorErrors({ matchLabels, matchExpressions }: LabelSelector, at: FieldPath) {
  return [
    ...labelsErrors(matchLabels, child(at, 'matchLabels')),
    ...matchExpressions.flatMap((each, index) => requirementErrors(each, child(at, 'matchExpressions', index))),
  ]
}

function requirementErrors({ key, operator, values }: LabelRequirement, at: FieldPath): readonly FieldError[] {
  return [
    ...operatorErrors(operator, values.length > 0, at),
    ...every(child(at, 'key'), key, labelKeyErrors(key)),
    ...values.flatMap((value, index) => every(child(at, 'values', index), value, labelValueErrors(value))),
  ]
}

function operatorErrors(operator: string, hasValues: boolean, at: FieldPath): readonly FieldError[] {
  const values = child(at, 'values')
  if (operator === 'In' || operator === 'NotIn')
    return hasValues ? [] : [required(values, "must be specified when `operator` is 'In' or 'NotIn'")]
  if (operator === 'Exists' || operator === 'DoesNotExist')
    return hasValues ? [forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'")] : []
  return [invalid(child(at, 'operator'), inJson(operator), 'not a valid selector operator')]
}
