import { inOrder } from '../kubernetes/decode-types.ts'
import { type FieldError, inJson, invalid, notSupported } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import { printQuantity } from '../kubernetes/quantity.ts'
import { amountErrors } from '../runtime-class/resources.ts'
import type { DecodedSpec } from './decoded.ts'
import { boundErrors } from './validate-resources.ts'

const known = ['cpu', 'hugepages-', 'memory']
const isKnown = (name: string) => name === 'cpu' || name === 'memory' || name.startsWith('hugepages-')

/** What validation says of resources that a Pod asks for as a whole. */
export function podResourceErrors({ resources, containers }: DecodedSpec, at: FieldPath): readonly FieldError[] {
  if (!resources) return []
  const { limits, requests } = resources
  const [ofLimits, ofRequests] = [child(at, 'limits'), child(at, 'requests')]
  const errors: FieldError[] = []
  for (const [name, amount] of inOrder(limits)) {
    const here = keyed(ofLimits, name)
    errors.push(...(isKnown(name) ? amountErrors(name, amount, here) : [notSupported(here, inJson(name), known)]))
  }
  for (const [name, amount] of inOrder(requests)) {
    const here = keyed(ofRequests, name)
    errors.push(...(isKnown(name) ? amountErrors(name, amount, here) : [notSupported(here, inJson(name), known)]))
    const limit = limits.get(name)
    if (limit) errors.push(...boundErrors(name, amount, limit, ofRequests))
  }
  for (const [name, amount] of inOrder(requests)) {
    const sum = containers.reduce((total, it) => total + (it.resources.requests.get(name)?.nano ?? 0n), 0n)
    const words = `must be greater than or equal to aggregate container requests of ${printQuantity(sum, amount.format)}`
    if (isKnown(name) && amount.nano < sum) errors.push(invalid(keyed(ofRequests, name), amount.canonical, words))
  }
  for (const [index, { resources: own }] of containers.entries())
    for (const [name, amount] of inOrder(own.limits)) {
      const limit = limits.get(name)
      if (!limit || amount.nano <= limit.nano) continue
      const here = child(keyed(child(at, 'containers', index), name), 'limits')
      errors.push(invalid(here, amount.canonical, `must be less than or equal to pod limits of ${limit.canonical}`))
    }
  return errors
}
