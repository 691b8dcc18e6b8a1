import { every, type FieldError, forbidden, inJson, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed, printedAs } from '../kubernetes/field-path.ts'
import { labelKeyErrors } from '../kubernetes/names.ts'
import { type Quantity, readQuantity } from '../kubernetes/quantity.ts'

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
  for (const [name, amount] of [...resources].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const here = printedAs(child(place, name), keyed(child(place, 'limits'), name).field)
    errors.push(...amountErrors(name, amount, here), ...hugeErrors(name, amount, here))
  }
  return [...errors, ...lonelyErrors([...resources.keys()], place)]
}

/** Huge pages are not all that somebody may ask for. */
export function lonelyErrors(names: readonly string[], at: FieldPath): readonly FieldError[] {
  const isLonely = names.some(isHuge) && !names.includes('cpu') && !names.includes('memory')
  return isLonely ? [forbidden(at, 'HugePages require cpu or memory')] : []
}

/** Whether a resource is pages of one size; the name ends in it. */
export function isHuge(name: string): boolean {
  return name.startsWith('hugepages-')
}

/** The same of one amount of a container’s resource. */
export function amountErrors(name: string, amount: Quantity, at: FieldPath): readonly FieldError[] {
  const errors = [...nameErrors(name, at)]
  if (!name.includes('/')) {
    if (!ofContainers.includes(name) && !isHuge(name))
      errors.push(invalid(at, name, 'must be a standard resource for containers'))
  } else if (isExtended(name) && name.startsWith('requests.'))
    errors.push(invalid(at, name, "doesn't follow extended resource name standard"))
  return [...errors, ...quantityErrors(name, amount, at)]
}

/** The same of the name alone, whoever asks. */
export function nameErrors(name: string, at: FieldPath): readonly FieldError[] {
  const wrong = labelKeyErrors(name)
  if (wrong.length > 0) return every(at, name, wrong)
  const isStandard = [...ofContainers, ...known, ...alsoKnown].includes(name) || isHuge(name) || name.includes('/')
  return isStandard ? [] : [invalid(at, name, 'must be a standard resource type or fully qualified')]
}

/** Pages come whole. */
export function hugeErrors(name: string, { nano, canonical }: Quantity, at: FieldPath): readonly FieldError[] {
  if (!isHuge(name)) return []
  const size = readQuantity(name.slice('hugepages-'.length))
  const whole = (amount: bigint) => amount / one + (amount % one > 0n ? 1n : 0n)
  const isSize = !('error' in size) && size.nano > 0n && size.nano % one === 0n
  if (isSize && whole(nano) % whole(size.nano) === 0n) return []
  return [invalid(at, canonical, `${canonical} is not positive integer multiple of ${name}`)]
}

const one = 1_000_000_000n

export function quantityErrors(name: string, { nano, canonical }: Quantity, at: FieldPath): readonly FieldError[] {
  const errors: FieldError[] = []
  if (nano < 0n) errors.push(invalid(at, inJson(canonical), 'must be greater than or equal to 0'))
  if (isExtended(name) && nano % one !== 0n) errors.push(invalid(at, inJson(canonical), 'must be an integer'))
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
