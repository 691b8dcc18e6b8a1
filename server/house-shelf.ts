import 'server-only'
import type { House } from './house.ts'

const key = Symbol.for('breakwater.house')
const shelf = globalThis as typeof globalThis & { [key]?: House }

/**
 * The house of this process, if it is furnished; to ask does not load what it is furnished with.
 * Route bundles are modules of their own, so it lies on `globalThis`.
 */
export const houseShelf = (): House | undefined => shelf[key]

export function putOnShelf(house: House): void {
  shelf[key] = house
}
