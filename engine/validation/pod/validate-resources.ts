import { byBytes } from '../../yaml/go/by-bytes.ts'
import { duplicate, every, type FieldError, invalid, notFound, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import { labelErrors } from '../kubernetes/names.ts'
import type { Quantity } from '../kubernetes/quantity.ts'
import { amountErrors, hugeErrors, isHuge, lonelyErrors } from '../runtime-class/resources.ts'
import type { DecodedResources } from './decoded.ts'

/** Resources of which more may be promised than there is. */
const isOvercommitted = (name: string) =>
  (!name.includes('/') || /(?:^|\.)kubernetes\.io\//.test(name)) && !isHuge(name)

const sorted = (amounts: ReadonlyMap<string, Quantity>) => [...amounts].sort(([a], [b]) => byBytes(a, b))

/** What validation says of a container’s resources. `claims`: those that the Pod has. */
export function resourceErrors(
  resources: DecodedResources,
  at: FieldPath,
  claims: readonly string[],
): readonly FieldError[] {
  return [...amountsErrors(resources, at, amountErrors), ...claimErrors(resources, child(at, 'claims'), claims)]
}

/** The same of limits and requests. `judge` says what is wrong with one amount. */
export function amountsErrors(
  { limits, requests }: DecodedResources,
  at: FieldPath,
  judge: (name: string, amount: Quantity, at: FieldPath) => readonly FieldError[],
): readonly FieldError[] {
  const [ofLimits, ofRequests] = [child(at, 'limits'), child(at, 'requests')]
  const errors = sorted(limits).flatMap(([name, amount]) => {
    const here = keyed(ofLimits, name)
    return [...judge(name, amount, here), ...hugeErrors(name, amount, here)]
  })
  for (const [name, amount] of sorted(requests)) {
    const limit = limits.get(name)
    const here = keyed(ofRequests, name)
    errors.push(...judge(name, amount, here))
    if (limit) errors.push(...boundErrors(name, amount, limit, ofRequests))
    else if (!isOvercommitted(name))
      errors.push(required(ofLimits, 'Limit must be set for non overcommitable resources'))
    errors.push(...hugeErrors(name, amount, here))
  }
  return [...errors, ...lonelyErrors([...limits.keys(), ...requests.keys()], at)]
}

/** The same of claims that are asked for. */
export function claimErrors({ claims: wanted }: DecodedResources, at: FieldPath, claims: readonly string[]) {
  const errors: FieldError[] = []
  const asked = new Set<string>()
  for (const [index, { name, request }] of wanted.entries()) {
    const here = child(at, index)
    if (name === '') {
      errors.push(required(here))
      continue
    }
    const key = request === '' ? name : `${name}/${request}`
    // Who asks for a claim asks for all its requests.
    if (asked.has(name)) errors.push(duplicate(here, name))
    else {
      if (request !== '') errors.push(...every(child(here, 'request'), request, labelErrors(request)))
      if (asked.has(key)) errors.push(duplicate(here, key))
      else if (request === '')
        for (const other of asked) if (other.startsWith(`${name}/`)) errors.push(duplicate(here, name))
      asked.add(key)
    }
    if (claims.includes(name)) continue
    const all = claims.length === 0 ? ' which is empty' : `: ${[...new Set(claims)].sort(byBytes).join(', ')}`
    const error = notFound(here, name)
    const body = `${error.body}: must be one of the names in pod.spec.resourceClaims${all}`
    errors.push({ ...error, body, message: `${error.field}: ${body}` })
  }
  return errors
}

function boundErrors(name: string, amount: Quantity, limit: Quantity, at: FieldPath): readonly FieldError[] {
  if (!isOvercommitted(name) && amount.nano !== limit.nano)
    return [invalid(at, amount.canonical, `must be equal to ${name} limit of ${limit.canonical}`)]
  if (amount.nano <= limit.nano) return []
  return [invalid(at, amount.canonical, `must be less than or equal to ${name} limit of ${limit.canonical}`)]
}
