import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { isThere } from './lab-folders.ts'
import { schemaFolder, schemasFor } from './new/schemas.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

/**
 * Writes the schemas for editors into a pack's folder.
 *
 * @returns 0 when they are written, 2 when not
 */
export async function labSchema(folder: string, around: Surroundings): Promise<ExitCode> {
  const at = resolve(folder)
  if (!(await isThere(join(at, 'pack.yaml'))))
    return refuse(around, `There is no ${folder}/pack.yaml. Name the folder of a pack.`)
  try {
    await mkdir(join(at, schemaFolder), { recursive: true })
    for (const [name, text] of await schemasFor(around.root)) {
      await writeFile(join(at, name), text)
      around.stdout.write(`${join(folder, name)} is written.\n`)
    }
    return 0
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return refuse(around, `${folder} cannot be written${why}. Name a folder that you may write to.`)
  }
}
