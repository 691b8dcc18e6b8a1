import { inOrder } from '../kubernetes/decode-types.ts'
import { type FieldError, forbidden, inJson, invalid, notSupported } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import type { Quantity } from '../kubernetes/quantity.ts'
import { isHuge, nameErrors, quantityErrors } from '../runtime-class/resources.ts'
import type { DecodedSpec } from './decoded.ts'
import { together } from './together.ts'
import { amountsErrors, claimErrors } from './validate-resources.ts'

const known = ['cpu', 'hugepages-', 'memory']

/** What validation says of resources that a Pod asks for as a whole. */
export function podResourceErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const { resources, os, containers } = spec
  if (!resources) return []
  if (os?.name === 'windows') return [forbidden(at, 'may not be set for a windows pod')]
  const { limits, requests, claims } = resources
  const errors: FieldError[] = []
  if (claims.length > 0) errors.push(forbidden(child(at, 'claims'), 'claims may not be set for Resources at pod-level'))
  const names = spec.resourceClaims.map(({ name }) => name)
  errors.push(...amountsErrors(resources, at, judged), ...claimErrors(resources, child(at, 'claims'), names))
  for (const [name, amount] of inOrder(requests)) {
    const sum = together(spec, name, 'requests')
    const words = `must be greater than or equal to aggregate container requests of ${sum?.canonical}`
    if (sum && amount.nano < sum.nano) errors.push(invalid(keyed(child(at, 'requests'), name), amount.canonical, words))
  }
  for (const [name, amount] of inOrder(limits)) {
    const sum = isHuge(name) ? together(spec, name, 'limits') : undefined
    const words = `must be greater than or equal to aggregate container limits of ${sum?.canonical}`
    if (sum && amount.nano < sum.nano) errors.push(invalid(keyed(child(at, 'limits'), name), amount.canonical, words))
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

function judged(name: string, amount: Quantity, at: FieldPath): readonly FieldError[] {
  const wrong = nameErrors(name, at)
  const isKnown = name === 'cpu' || name === 'memory' || isHuge(name)
  const named = wrong.length > 0 || isKnown ? wrong : [notSupported(at, inJson(name), known)]
  return [...named, ...quantityErrors(name, amount, at)]
}
