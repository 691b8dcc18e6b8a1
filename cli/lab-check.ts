import { proveLab } from '#sessions/prove-lab.ts'
import { type FoundLab, labFolders } from './lab-folders.ts'
import { labReport } from './lab-report.ts'

/**
 * Proves the labs in the given folders and writes what holds and what does not.
 *
 * @returns 0 when all hold, 1 when one does not, 2 when there is nothing to read
 */
export async function labCheck(folders: readonly string[], write: (text: string) => void): Promise<0 | 1 | 2> {
  const found: FoundLab[] = []
  for (const folder of folders.length === 0 ? ['labs'] : folders) {
    const labs = await labFolders(folder)
    if (typeof labs === 'string') {
      write(`${labs}\n`)
      return 2
    }
    found.push(...labs)
  }
  let failed = 0
  for (const { id, folder, source, findings } of found) {
    const proof = source && (await proveLab(source))
    const { text, holds } = labReport(id, folder, source, findings, proof)
    write(text)
    if (!holds) failed++
  }
  const held = found.length - failed
  write(`${held} ${held === 1 ? 'lab holds' : 'labs hold'}, ${failed} ${failed === 1 ? 'does' : 'do'} not.\n`)
  return failed === 0 ? 0 : 1
}
