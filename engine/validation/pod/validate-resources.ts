import { byBytes } from '../../yaml/go/by-bytes.ts'
import { duplicate, type FieldError, forbidden, invalid, notFound, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import type { Quantity } from '../kubernetes/quantity.ts'
import { readQuantity } from '../kubernetes/quantity.ts'
import { amountErrors } from '../runtime-class/resources.ts'
import type { DecodedResources } from './decoded.ts'

const isHuge = (name: string) => name.startsWith('hugepages-')

/** Resources of which more may be promised than there is. */
const isOvercommitted = (name: string) =>
  (!name.includes('/') || /(?:^|\.)kubernetes\.io\//.test(name)) && !isHuge(name)

const sorted = (amounts: ReadonlyMap<string, Quantity>) => [...amounts].sort(([a], [b]) => byBytes(a, b))

/** What validation says of a container’s resources. `claims`: those that the Pod has. */
export function resourceErrors(
  { limits, requests, claims: wanted }: DecodedResources,
  at: FieldPath,
  claims: readonly string[],
): readonly FieldError[] {
  const errors: FieldError[] = []
  const [ofLimits, ofRequests] = [child(at, 'limits'), child(at, 'requests')]
  for (const [name, amount] of sorted(limits)) {
    const here = keyed(ofLimits, name)
    errors.push(...amountErrors(name, amount, here), ...hugeErrors(name, amount, here))
  }
  for (const [name, amount] of sorted(requests)) {
    const here = keyed(ofRequests, name)
    errors.push(...amountErrors(name, amount, here))
    const limit = limits.get(name)
    if (limit) errors.push(...boundErrors(name, amount, limit, ofRequests))
    else if (!isOvercommitted(name))
      errors.push(required(ofLimits, 'Limit must be set for non overcommitable resources'))
    errors.push(...hugeErrors(name, amount, here))
  }
  const names = [...limits.keys(), ...requests.keys()]
  if (names.some(isHuge) && !names.includes('cpu') && !names.includes('memory'))
    errors.push(forbidden(at, 'HugePages require cpu or memory'))
  const asked = new Set<string>()
  for (const [index, { name, request }] of wanted.entries()) {
    const here = child(at, 'claims', index)
    if (name === '') {
      errors.push(required(here))
      continue
    }
    const key = request === '' ? name : `${name}/${request}`
    // Who asks for a claim asks for all its requests.
    if (asked.has(name)) errors.push(duplicate(here, name))
    else if (asked.has(key)) errors.push(duplicate(here, key))
    else asked.add(key)
    if (claims.includes(name)) continue
    const all = claims.length === 0 ? ' which is empty' : `: ${claims.join(', ')}`
    const error = notFound(here, name)
    const body = `${error.body}: must be one of the names in pod.spec.resourceClaims${all}`
    errors.push({ ...error, body, message: `${error.field}: ${body}` })
  }
  return errors
}

export function boundErrors(name: string, amount: Quantity, limit: Quantity, at: FieldPath): readonly FieldError[] {
  if (!isOvercommitted(name) && amount.nano !== limit.nano)
    return [invalid(at, amount.canonical, `must be equal to ${name} limit of ${limit.canonical}`)]
  if (amount.nano <= limit.nano) return []
  return [invalid(at, amount.canonical, `must be less than or equal to ${name} limit of ${limit.canonical}`)]
}

function hugeErrors(name: string, { nano, canonical }: Quantity, at: FieldPath): readonly FieldError[] {
  if (!isHuge(name)) return []
  const size = readQuantity(name.slice('hugepages-'.length))
  if ('error' in size || size.nano <= 0n || nano % size.nano === 0n) return []
  return [invalid(at, canonical, `${canonical} is not positive integer multiple of ${name}`)]
}
