import { createWorld, type World, type WorldState } from '../cluster/world.ts'
import type { Lab } from './lab.ts'

/** The world in which an attempt begins: the lab's base world with its start files laid over, and earlier changes over that. */
export function startWorld(_lab: Lab, startedAt: number, state?: WorldState): World {
  return createWorld(new Map(), startedAt, state)
}
