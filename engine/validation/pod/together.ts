import { printQuantity, type Quantity } from '../kubernetes/quantity.ts'
import type { DecodedContainer } from './decoded.ts'

/** The lists of a Pod whose containers work. */
export interface Working {
  readonly containers: readonly DecodedContainer[]
  readonly initContainers: readonly DecodedContainer[]
}

/**
 * What containers ask for of a resource at the time when that is most, undefined where none asks: those that stay count
 * beside every one that comes and goes.
 */
export function together(
  { containers, initContainers }: Working,
  name: string,
  which: 'limits' | 'requests',
): Quantity | undefined {
  const amountOf = ({ resources }: DecodedContainer) => resources[which].get(name)
  const of = (container: DecodedContainer) => amountOf(container)?.nano ?? 0n
  const [first, second] = [...containers, ...initContainers].flatMap(container => amountOf(container) ?? [])
  if (!first || !second) return first
  let staying = 0n
  let most: bigint | undefined
  for (const container of initContainers) {
    const now = staying + of(container)
    if (container.restartPolicy === 'Always') staying = now
    if (most === undefined || now > most) most = now
  }
  const running = containers.reduce((total, container) => total + of(container), staying)
  const nano = most !== undefined && most > running ? most : running
  const held = { unscaled: nano, power: -9, in64: true }
  return { nano, canonical: printQuantity(nano, first.format), format: first.format, held }
}
