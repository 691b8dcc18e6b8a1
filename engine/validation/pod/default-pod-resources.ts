import { printQuantity, type Quantity } from '../kubernetes/quantity.ts'
import type { DecodedContainer, DecodedResources } from './decoded.ts'

/**
 * What a Pod asks for as a whole where it only says a limit: what its containers ask for together, or else the limit.
 * `containers` with their defaults.
 */
export function defaultPodResources(own: DecodedResources, containers: readonly DecodedContainer[]): DecodedResources {
  const requests = new Map<string, Quantity>(own.requests)
  for (const [name, limit] of own.limits) {
    if (requests.has(name) || !(name === 'cpu' || name === 'memory' || name.startsWith('hugepages-'))) continue
    const asked = containers.flatMap(({ resources }) => resources.requests.get(name) ?? [])
    const [first] = asked
    requests.set(name, first && !name.startsWith('hugepages-') ? total(first, asked) : limit)
  }
  return { ...own, requests }
}

function total(first: Quantity, asked: readonly Quantity[]): Quantity {
  if (asked.length === 1) return first
  const nano = asked.reduce((sum, each) => sum + each.nano, 0n)
  const held = { unscaled: nano, power: -9, in64: true }
  return { nano, canonical: printQuantity(nano, first.format), format: first.format, held }
}
