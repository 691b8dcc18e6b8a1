import type { Quantity } from '../kubernetes/quantity.ts'
import { isHuge } from '../runtime-class/resources.ts'
import type { DecodedResources } from './decoded.ts'
import { inThousandths } from './default-container.ts'
import { together, type Working } from './together.ts'

/**
 * What a Pod asks for as a whole where it says only a part: what its containers, with their defaults, ask for together,
 * or else its limit.
 */
export function defaultPodResources(own: DecodedResources, working: Working): DecodedResources {
  const limits = new Map<string, Quantity>(own.limits)
  const requests = new Map<string, Quantity>(own.requests)
  const containers = [...working.containers, ...working.initContainers]
  const isPartly = limits.size > 0 || requests.size > 0
  for (const name of containers.flatMap(({ resources }) => [...resources.limits.keys()])) {
    const sum = isPartly && isHuge(name) && !limits.has(name) && !requests.has(name)
    const amount = sum ? together(working, name, 'limits') : undefined
    if (amount) limits.set(name, amount)
  }
  if (limits.size > 0)
    for (const name of ['cpu', 'memory']) {
      const amount = requests.has(name) ? undefined : together(working, name, 'requests')
      if (amount) requests.set(name, amount)
    }
  for (const [name, limit] of limits)
    if (!requests.has(name) && (name === 'cpu' || name === 'memory' || isHuge(name))) requests.set(name, limit)
  return { ...own, limits: inThousandths(limits), requests: inThousandths(requests) }
}
