import type { DecodedPod } from '../../validation/pod/decoded.ts'
import type { PriorityClass } from './store.ts'

/** Classes that every cluster has. */
export const systemPriorities: readonly PriorityClass[] = [
  { name: 'system-cluster-critical', value: 2000000000, isDefault: false },
  { name: 'system-node-critical', value: 2000001000, isDefault: false },
]

/** What the plugin Priority makes of a Pod: the number and the policy of its class, which it must not say itself. */
export function admitPriority(
  pod: DecodedPod,
  classes: readonly PriorityClass[],
): { readonly pod: DecodedPod } | { readonly forbidden: string } {
  const { spec } = pod
  const name = spec.priorityClassName
  const byName = classes.find(each => each.name === name)
  if (name !== '' && !byName) return { forbidden: `no PriorityClass with name ${name} was found` }
  const used = byName ?? defaultClass(classes)
  const value = used?.value ?? 0
  const policy = used?.preemptionPolicy ?? 'PreemptLowerPriority'
  const computed = (what: string | number) =>
    `must not be provided in pod spec; priority admission controller computed ${what} from the given PriorityClass name`
  if (spec.priority !== undefined && spec.priority !== value)
    return { forbidden: `the integer value of priority (${spec.priority}) ${computed(value)}` }
  if (spec.preemptionPolicy !== undefined && spec.preemptionPolicy !== policy)
    return { forbidden: `the string value of PreemptionPolicy (${spec.preemptionPolicy}) ${computed(policy)}` }
  const priorityClassName = used?.name ?? ''
  return { pod: { ...pod, spec: { ...spec, priorityClassName, priority: value, preemptionPolicy: policy } } }
}

/** Of several defaults the lowest counts. */
function defaultClass(classes: readonly PriorityClass[]): PriorityClass | undefined {
  return classes.filter(({ isDefault }) => isDefault).sort((a, b) => a.value - b.value)[0]
}
