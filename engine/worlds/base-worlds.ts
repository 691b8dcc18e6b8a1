import type { WorldBase } from '../cluster/world.ts'
import { twoNode } from './two-node/hosts.ts'

const makers: Readonly<Record<string, () => WorldBase>> = { 'two-node': twoNode }
const made = new Map<string, WorldBase>()

/** What `cluster` of a lab may be. */
export const worldNames: readonly string[] = Object.keys(makers)

/** A base world by the name that a lab's `cluster` gives, built once and shared; undefined when there is none. */
export function baseWorld(name: string): WorldBase | undefined {
  const make = Object.hasOwn(makers, name) ? makers[name] : undefined
  const world = made.get(name) ?? make?.()
  if (world) made.set(name, world)
  return world
}
