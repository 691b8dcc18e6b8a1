import { join } from 'node:path'
import type { LabSource } from '#engine/grade/lab-source.ts'
import { readLibrary } from '#packs/library.ts'
import { type FoundLab, isThere, labFolders, labIn } from './lab-folders.ts'

/** A lab to be opened, and the variant asked for, counted from 0. */
export interface ChosenLab {
  readonly source: LabSource
  readonly variant: number
}

/**
 * The one lab that is meant by its folder, or by `pack/slug` when it came with the program.
 *
 * @param variant counted from 1, as it was typed
 * @returns a sentence when there is none, it has faults, or it has no such variant
 */
export async function findLab(name: string, variant: string, builtIn: string): Promise<ChosenLab | string> {
  const found = await one(name, builtIn)
  if (typeof found === 'string') return found
  const { source, findings, folder, id } = found
  const [fault] = findings
  if (!source || fault) {
    const line = fault?.line === undefined ? '' : `:${fault.line}`
    const more = `“breakwater lab check ${folder}” tells everything.`
    return `${id} cannot be used: ${fault?.file}${line}: ${fault?.message} Mend it first; ${more}`
  }
  const count = source.variants.length
  const index = /^\d+$/.test(variant) ? Number(variant) - 1 : -1
  if (index >= 0 && index < count) return { source, variant: index }
  const remedy = count === 1 ? 'Leave --variant out.' : `Name one from 1 to ${count}.`
  return `${id} has no variant ${variant}. ${remedy}`
}

async function one(name: string, builtIn: string): Promise<FoundLab | string> {
  const own = join(builtIn, name)
  if (/^[^./\\][^/\\]*\/[^./\\][^/\\]*$/.test(name) && !(await isThere(name)) && (await isThere(join(own, 'lab.yaml'))))
    return labIn(own)
  if (!(await isThere(name))) {
    const { labs } = await readLibrary(builtIn)
    return `There is no lab ${name}. Name the folder of a lab, or one of ${labs.map(({ id }) => id).join(', ')}.`
  }
  const found = await labFolders(name)
  if (typeof found === 'string') return found
  const [lab, another] = found
  if (!lab || another) return `${name} holds ${found.length} labs. Name the folder of one.`
  return lab
}
