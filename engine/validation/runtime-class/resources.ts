import { every, type FieldError, forbidden, inJson, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed, printedAs } from '../kubernetes/field-path.ts'
import { labelKeyErrors } from '../kubernetes/names.ts'
import type { Quantity } from '../kubernetes/quantity.ts'

/** Amounts by the name of the resource. */
export type Resources = ReadonlyMap<string, Quantity>

const ofContainers = ['cpu', 'memory', 'ephemeral-storage']
const known = [...ofContainers, 'storage', 'pods', 'resourcequotas', 'services', 'replicationcontrollers', 'secrets']
const alsoKnown = [
  ...['configmaps', 'persistentvolumeclaims', 'services.nodeports', 'services.loadbalancers'],
  ...['requests.cpu', 'requests.memory', 'requests.storage', 'requests.ephemeral-storage'],
  ...['limits.cpu', 'limits.memory', 'limits.ephemeral-storage'],
]

/**
 * What validation says of the overhead of a class or a pod. It is checked as the limits of a container are, and so the API
 * server prints `overhead.limits[cpu]` where `overhead.podFixed.cpu` is meant. `place` is printed as that beginning.
 */
export function overheadErrors(resources: Resources, place: FieldPath): readonly FieldError[] {
  const errors: FieldError[] = []
  for (const [name, amount] of [...resources].sort(([a], [b]) => (a < b ? -1 : 1)))
    errors.push(...amountErrors(name, amount, printedAs(child(place, name), keyed(child(place, 'limits'), name).field)))
  const names = [...resources.keys()]
  if (names.some(name => name.startsWith('hugepages-')) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(place, 'HugePages require cpu or memory'))
  return errors
}

/** The same of one amount of a container’s resource. */
export function amountErrors(name: string, { nano, canonical }: Quantity, at: FieldPath): readonly FieldError[] {
  const isOfContainers = ofContainers.includes(name) || name.startsWith('hugepages-')
  const errors = [...every(at, name, labelKeyErrors(name))]
  if (!name.includes('/')) {
    if (errors.length === 0 && !isOfContainers && !known.includes(name) && !alsoKnown.includes(name))
      errors.push(invalid(at, name, 'must be a standard resource type or fully qualified'))
    if (!isOfContainers) errors.push(invalid(at, name, 'must be a standard resource for containers'))
  } else if (isExtended(name) && name.startsWith('requests.'))
    errors.push(invalid(at, name, "doesn't follow extended resource name standard"))
  if (nano < 0n) errors.push(invalid(at, inJson(canonical), 'must be greater than or equal to 0'))
  if (isExtended(name) && nano % 1_000_000_000n !== 0n)
    errors.push(invalid(at, inJson(canonical), 'must be an integer'))
  return errors
}

/** One that a device plugin brings; Kubernetes' own have no prefix, or `kubernetes.io/`. */
function isExtended(name: string): boolean {
  return name.includes('/') && !/(?:^|\.)kubernetes\.io\//.test(name)
}

/** By value, and by name: what only one of the two has makes them differ. */
export function sameResources(one: Resources, other: Resources): boolean {
  return one.size === other.size && [...one].every(([name, { nano }]) => other.get(name)?.nano === nano)
}
