import { every, type FieldError, forbidden, inJson, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelSelectorErrors } from '../kubernetes/label-selector.ts'
import { labelErrors, labelKeyErrors, labelValueErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedAffinity } from './decoded.ts'
import { mergedTwiceErrors } from './label-keys.ts'

type NodeAffinity = NonNullable<DecodedAffinity['nodeAffinity']>
type NodeTerm = NodeAffinity['preferredDuringSchedulingIgnoredDuringExecution'][number]['preference']
type PodAffinity = NonNullable<DecodedAffinity['podAffinity']>
type PodTerm = PodAffinity['requiredDuringSchedulingIgnoredDuringExecution'][number]

const mustHold = 'requiredDuringSchedulingIgnoredDuringExecution'
const shouldHold = 'preferredDuringSchedulingIgnoredDuringExecution'

/** What validation says of where a Pod wants to be, and beside what. */
export function affinityErrors(affinity: DecodedAffinity | undefined, at: FieldPath): readonly FieldError[] {
  if (!affinity) return []
  const { nodeAffinity, podAffinity, podAntiAffinity } = affinity
  return [
    ...(nodeAffinity ? nodeErrors(nodeAffinity, child(at, 'nodeAffinity')) : []),
    ...(podAffinity ? podErrors(podAffinity, child(at, 'podAffinity')) : []),
    ...(podAntiAffinity ? podErrors(podAntiAffinity, child(at, 'podAntiAffinity')) : []),
  ]
}

const weightErrors = (weight: number, at: FieldPath) =>
  weight >= 1 && weight <= 100 ? [] : [invalid(child(at, 'weight'), weight, 'must be in the range 1-100')]

function nodeErrors({ [mustHold]: wanted, [shouldHold]: preferred }: NodeAffinity, at: FieldPath) {
  const terms = child(at, mustHold, 'nodeSelectorTerms')
  const none = 'must have at least one node selector term'
  return [
    ...(wanted && wanted.nodeSelectorTerms.length === 0 ? [required(terms, none)] : []),
    ...(wanted?.nodeSelectorTerms.flatMap((term, index) => termErrors(term, child(terms, index))) ?? []),
    ...preferred.flatMap(({ weight, preference }, index) => {
      const here = child(at, shouldHold, index)
      return [...weightErrors(weight, here), ...termErrors(preference, child(here, 'preference'), false)]
    }),
  ]
}

/** Values of what only should hold may be anything. */
function termErrors(
  { matchExpressions, matchFields }: NodeTerm,
  at: FieldPath,
  isStrict = true,
): readonly FieldError[] {
  return [
    ...matchExpressions.flatMap((each, index) =>
      expressionErrors(each, child(at, 'matchExpressions', index), isStrict),
    ),
    ...matchFields.flatMap((each, index) => fieldErrors(each, child(at, 'matchFields', index))),
  ]
}

type NodeRequirement = NodeTerm['matchFields'][number]

function expressionErrors(
  { key, operator, values }: NodeRequirement,
  at: FieldPath,
  isStrict: boolean,
): readonly FieldError[] {
  const here = child(at, 'values')
  const errors: FieldError[] = []
  if (operator === 'In' || operator === 'NotIn') {
    if (values.length === 0) errors.push(required(here, "must be specified when `operator` is 'In' or 'NotIn'"))
  } else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (values.length > 0)
      errors.push(forbidden(here, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'"))
  } else if (operator === 'Gt' || operator === 'Lt') {
    if (values.length !== 1)
      errors.push(required(here, "must be specified single value when `operator` is 'Lt' or 'Gt'"))
  } else errors.push(invalid(child(at, 'operator'), inJson(operator), 'not a valid selector operator'))
  return [
    ...errors,
    ...every(child(at, 'key'), key, labelKeyErrors(key)),
    ...(isStrict ? values : []).flatMap((value, index) =>
      every(child(at, 'values', index), value, labelValueErrors(value)),
    ),
  ]
}

function fieldErrors({ key, operator, values }: NodeRequirement, at: FieldPath): readonly FieldError[] {
  const errors: FieldError[] = []
  const one = "must be only one value when `operator` is 'In' or 'NotIn' for node field selector"
  if (operator !== 'In' && operator !== 'NotIn')
    errors.push(invalid(child(at, 'operator'), inJson(operator), 'not a valid selector operator'))
  else if (values.length !== 1) errors.push(required(child(at, 'values'), one))
  if (key !== 'metadata.name') return [...errors, invalid(child(at, 'key'), key, 'not a valid field selector key')]
  const named = values.flatMap((value, index) => every(child(at, 'values', index), value, subdomainErrors(value)))
  return [...errors, ...named]
}

function podErrors({ [mustHold]: wanted, [shouldHold]: preferred }: PodAffinity, at: FieldPath) {
  return [
    ...wanted.flatMap((term, index) => podTermErrors(term, child(at, mustHold, index))),
    ...preferred.flatMap(({ weight, podAffinityTerm }, index) => {
      const here = child(at, shouldHold, index)
      return [...weightErrors(weight, here), ...podTermErrors(podAffinityTerm, child(here, 'podAffinityTerm'))]
    }),
  ]
}

function podTermErrors(term: PodTerm, at: FieldPath): readonly FieldError[] {
  const { labelSelector, namespaceSelector, namespaces, topologyKey, matchLabelKeys, mismatchLabelKeys } = term
  const keyAt = child(at, 'topologyKey')
  const keysErrors = (keys: readonly string[], here: FieldPath) =>
    keys.length > 0 && !labelSelector
      ? [forbidden(here, 'must not be specified when labelSelector is not set')]
      : keys.flatMap((key, index) => every(child(here, index), key, labelKeyErrors(key)))
  const both = 'exists in both matchLabelKeys and mismatchLabelKeys'
  const isTwice = (key: string) => mismatchLabelKeys.includes(key)
  return [
    ...(labelSelector ? labelSelectorErrors(labelSelector, child(at, 'labelSelector')) : []),
    ...(namespaceSelector ? labelSelectorErrors(namespaceSelector, child(at, 'namespaceSelector')) : []),
    ...namespaces.flatMap(name => every(child(at, 'namespace'), name, labelErrors(name))),
    ...keysErrors(matchLabelKeys, child(at, 'matchLabelKeys')),
    ...keysErrors(mismatchLabelKeys, child(at, 'mismatchLabelKeys')),
    ...mergedTwiceErrors(term, at),
    ...matchLabelKeys.flatMap((key, index) =>
      isTwice(key) ? [invalid(child(at, 'matchLabelKeys', index), key, both)] : [],
    ),
    ...(topologyKey === '' ? [required(keyAt, 'can not be empty')] : []),
    ...every(keyAt, topologyKey, labelKeyErrors(topologyKey)),
  ]
}
