import { type FieldError, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedAffinity, DecodedPod, DecodedSpec } from './decoded.ts'

type Spread = DecodedSpec['topologySpreadConstraints'][number]
type PodAffinity = NonNullable<DecodedAffinity['podAffinity']>
type Term = PodAffinity['requiredDuringSchedulingIgnoredDuringExecution'][number]
type Keyed = Pick<Spread, 'labelSelector' | 'matchLabelKeys'> & Partial<Pick<Term, 'mismatchLabelKeys'>>

/** A new Pod in which the keys of labels that stand beside selectors have become a part of them, with its own values. */
export function withLabelKeys(pod: DecodedPod): DecodedPod {
  const { metadata, spec } = pod
  const { topologySpreadConstraints, affinity } = spec
  const merged = <T extends Keyed>(it: T) => merge(it, metadata.labels)
  const ofPods = (given: PodAffinity | undefined): PodAffinity | undefined =>
    given && {
      ...given,
      requiredDuringSchedulingIgnoredDuringExecution: given.requiredDuringSchedulingIgnoredDuringExecution.map(merged),
      preferredDuringSchedulingIgnoredDuringExecution: given.preferredDuringSchedulingIgnoredDuringExecution.map(
        each => ({ ...each, podAffinityTerm: merged(each.podAffinityTerm) }),
      ),
    }
  const { podAffinity, podAntiAffinity } = affinity ?? {}
  return {
    ...pod,
    spec: {
      ...spec,
      topologySpreadConstraints: topologySpreadConstraints.map(merged),
      affinity: affinity && {
        ...affinity,
        podAffinity: ofPods(podAffinity),
        podAntiAffinity: ofPods(podAntiAffinity),
      },
    },
  }
}

function merge<T extends Keyed>(it: T, labels: ReadonlyMap<string, string>): T {
  const { labelSelector, matchLabelKeys, mismatchLabelKeys = [] } = it
  if (!labelSelector || matchLabelKeys.length + mismatchLabelKeys.length === 0) return it
  const asked = (keys: readonly string[], operator: string) =>
    keys.flatMap(key => {
      const value = labels.get(key)
      return value === undefined ? [] : [{ key, operator, values: [value] }]
    })
  const matchExpressions = [
    ...labelSelector.matchExpressions,
    ...asked(matchLabelKeys, 'In'),
    ...asked(mismatchLabelKeys, 'NotIn'),
  ]
  return { ...it, labelSelector: { ...labelSelector, matchExpressions } }
}

/** What validation says where a key stands in the selector as well, once keys are a part of it. */
export function mergedTwiceErrors({ labelSelector, matchLabelKeys }: Keyed, at: FieldPath): readonly FieldError[] {
  if (!labelSelector || matchLabelKeys.length === 0) return []
  const seen = new Set(labelSelector.matchLabels.keys())
  return labelSelector.matchExpressions.flatMap(({ key }) => {
    const isAgain = seen.has(key)
    seen.add(key)
    const index = matchLabelKeys.lastIndexOf(key)
    const both = 'exists in both matchLabelKeys and labelSelector'
    return isAgain && index >= 0 ? [invalid(child(at, index), key, both)] : []
  })
}
