import {
  duplicate,
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelSelectorErrors } from '../kubernetes/label-selector.ts'
import { labelKeyErrors } from '../kubernetes/names.ts'
import type { DecodedSpec } from './decoded.ts'
import { mergedTwiceErrors } from './label-keys.ts'

const answers = ['DoNotSchedule', 'ScheduleAnyway']
const policies = ['Honor', 'Ignore']

/** What validation says of how Pods are spread over zones and nodes. */
export function spreadErrors(
  constraints: DecodedSpec['topologySpreadConstraints'],
  at: FieldPath,
): readonly FieldError[] {
  return constraints.flatMap((constraint, index) => {
    const { maxSkew, topologyKey, whenUnsatisfiable: answer, minDomains, labelSelector, matchLabelKeys } = constraint
    const here = child(at, index)
    const errors: FieldError[] = []
    if (maxSkew <= 0) errors.push(invalid(child(here, 'maxSkew'), maxSkew, 'must be greater than zero'))
    if (topologyKey === '') errors.push(required(child(here, 'topologyKey'), 'can not be empty'))
    if (!answers.includes(answer)) errors.push(notSupported(child(here, 'whenUnsatisfiable'), inJson(answer), answers))
    const isTwice = constraints
      .slice(index + 1)
      .some(other => other.topologyKey === topologyKey && other.whenUnsatisfiable === answer)
    const ofPair: FieldPath = { path: here.path, field: `${here.field}.{topologyKey, whenUnsatisfiable}` }
    if (isTwice) errors.push(duplicate(ofPair, `{${topologyKey}, ${answer}}`))
    if (minDomains !== undefined) {
      const ofDomains = child(here, 'minDomains')
      const only = `can only use minDomains if whenUnsatisfiable=DoNotSchedule, not ${answer}`
      if (minDomains <= 0) errors.push(invalid(ofDomains, minDomains, 'must be greater than zero'))
      if (answer !== 'DoNotSchedule') errors.push(invalid(ofDomains, minDomains, only))
    }
    for (const field of ['nodeAffinityPolicy', 'nodeTaintsPolicy'] as const) {
      const policy = constraint[field]
      if (policy !== undefined && !policies.includes(policy))
        errors.push(notSupported(child(here, field), inJson(policy), policies))
    }
    const ofKeys = child(here, 'matchLabelKeys')
    if (matchLabelKeys.length > 0 && !labelSelector)
      errors.push(forbidden(ofKeys, 'must not be specified when labelSelector is not set'))
    else
      for (const [i, key] of matchLabelKeys.entries()) errors.push(...every(child(ofKeys, i), key, labelKeyErrors(key)))
    errors.push(...mergedTwiceErrors(constraint, here))
    return labelSelector ? [...errors, ...labelSelectorErrors(labelSelector, child(here, 'labelSelector'))] : errors
  })
}
