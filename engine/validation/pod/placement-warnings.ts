import type { DecodedAffinity, DecodedSpec } from './decoded.ts'

const [mustHold, shouldHold] = [
  'requiredDuringSchedulingIgnoredDuringExecution',
  'preferredDuringSchedulingIgnoredDuringExecution',
] as const

/** Labels of nodes by their older names: since when, and how they are called now. */
const renamed: ReadonlyMap<string, readonly [since: string, now: string]> = new Map([
  ['beta.kubernetes.io/arch', ['v1.14', 'kubernetes.io/arch']],
  ['beta.kubernetes.io/os', ['v1.14', 'kubernetes.io/os']],
  ['failure-domain.beta.kubernetes.io/region', ['v1.17', 'topology.kubernetes.io/region']],
  ['failure-domain.beta.kubernetes.io/zone', ['v1.17', 'topology.kubernetes.io/zone']],
  ['beta.kubernetes.io/instance-type', ['v1.17', 'node.kubernetes.io/instance-type']],
])

function olderName(label: string): string | undefined {
  const [since, now] = renamed.get(label) ?? []
  return since === undefined ? undefined : `deprecated since ${since}; use "${now}" instead`
}

/** What the API server says of older names of labels by which a Pod chooses its node. */
export function nodeLabelWarnings({ nodeSelector, affinity, topologySpreadConstraints }: DecodedSpec) {
  const nodes = affinity?.nodeAffinity
  const here = 'spec.affinity.nodeAffinity'
  const ofTerm = ({ matchExpressions }: NodeTerm, at: string) =>
    matchExpressions.flatMap(({ key }, index) => {
      const words = olderName(key)
      return words === undefined ? [] : [`${at}.matchExpressions[${index}].key: ${key} is ${words}`]
    })
  return [
    ...[...nodeSelector.keys()].flatMap(key => {
      const words = olderName(key)
      return words === undefined ? [] : [`spec.nodeSelector[${key}]: ${words}`]
    }),
    ...(nodes?.[mustHold]?.nodeSelectorTerms ?? []).flatMap((term, index) =>
      ofTerm(term, `${here}.${mustHold}.nodeSelectorTerms[${index}]`),
    ),
    ...(nodes?.[shouldHold] ?? []).flatMap(({ preference }, index) =>
      ofTerm(preference, `${here}.${shouldHold}[${index}].preference`),
    ),
    ...topologySpreadConstraints.flatMap(({ topologyKey, labelSelector }, index) => {
      const at = `spec.topologySpreadConstraints[${index}]`
      const words = olderName(topologyKey)
      return [
        ...(words === undefined ? [] : [`${at}.topologyKey: ${topologyKey} is ${words}`]),
        ...(labelSelector ? [] : [`${at}.${nobody}`]),
      ]
    }),
  ]
}

type NodeAffinity = NonNullable<DecodedAffinity['nodeAffinity']>
type NodeTerm = NodeAffinity[typeof shouldHold][number]['preference']

const nobody = 'labelSelector: a null labelSelector results in matching no pod'

/** The same of terms without a selector: they are beside nobody. */
export function affinityWarnings({ affinity }: DecodedSpec): readonly string[] {
  if (!affinity) return []
  return (['podAffinity', 'podAntiAffinity'] as const).flatMap(kind => [
    ...(affinity[kind]?.[mustHold] ?? []).flatMap(({ labelSelector }, index) =>
      labelSelector ? [] : [`spec.affinity.${kind}.${mustHold}[${index}].${nobody}`],
    ),
    ...(affinity[kind]?.[shouldHold] ?? []).flatMap(({ podAffinityTerm }, index) =>
      podAffinityTerm.labelSelector ? [] : [`spec.affinity.${kind}.${shouldHold}[${index}].podAffinityTerm.${nobody}`],
    ),
  ])
}
