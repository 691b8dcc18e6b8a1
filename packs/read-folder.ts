import { lstat, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabFiles, PackFinding } from '#engine/grade/lab-source.ts'
import { entriesBelow } from './entries-below.ts'
import { limitsSentence, packLimits } from './pack-limits.ts'
import { packText } from './pack-text.ts'

/**
 * The text files below a folder: path inside it, with `/`, → text. Links are not followed, bytes that are no text are
 * not taken, names that begin with a dot are passed over. What vanishes meanwhile is a finding.
 *
 * @param label how findings name the folder
 */
export async function readFolder(
  folder: string,
  label: string,
): Promise<{ readonly files: LabFiles; readonly findings: readonly PackFinding[] }> {
  const files: Record<string, string> = Object.create(null)
  const findings: PackFinding[] = []
  let [count, bytes] = [0, 0]
  const fault = (code: string, file: string, message: string) => {
    findings.push({ code, file: `${label}/${file}`, message })
  }
  for await (const { path, kind } of entriesBelow(folder)) {
    if (kind === 'odd')
      fault('not-a-file', path, 'Only files and folders may lie in a pack; links and others are not read.')
    if (kind !== 'file') {
      if (kind === 'unreadable')
        fault('unreadable', path, 'This cannot be read. Give the program the right to read it.')
      continue
    }
    if (++count > packLimits.files) {
      fault('too-large', path, limitsSentence)
      break
    }
    try {
      const { size } = await lstat(join(folder, path))
      if (size > packLimits.bytesOfFile || bytes + size > packLimits.bytes) {
        fault('too-large', path, limitsSentence)
        if (size > packLimits.bytesOfFile) continue
        break
      }
      bytes += size
      const text = packText(await readFile(join(folder, path)))
      if (text === undefined) fault('not-text', path, 'This is no UTF-8 text. A pack holds text only.')
      else files[path] = text
    } catch (error) {
      const why = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : ''
      fault('unreadable', path, `This cannot be read${why}. Give the program the right to read it.`)
    }
  }
  return { files, findings }
}
