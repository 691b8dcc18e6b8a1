import { lstat, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { LabFiles, PackFinding } from '#engine/grade/lab-source.ts'

/** No lab needs more; a pack is not trusted. */
const most = { files: 500, bytesOfFile: 256 * 1024, bytes: 4 * 1024 * 1024, depth: 12 }

/**
 * The text files below a folder: path inside it, with `/`, → text. Links are not followed, bytes that are no text are
 * not taken, names that begin with a dot are passed over.
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
  const walk = async (inner: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, inner), { withFileTypes: true })
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name.startsWith('.')) continue
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`
      if (entry.isDirectory() && depth < most.depth) {
        await walk(path, depth + 1)
        continue
      }
      if (!entry.isFile()) {
        fault('not-a-file', path, 'Only files and folders may lie in a pack; links and others are not read.')
        continue
      }
      const { size } = await lstat(join(folder, path))
      count++
      bytes += size
      if (size > most.bytesOfFile || bytes > most.bytes || count > most.files) {
        const limits = `${most.files} files of ${most.bytesOfFile / 1024} KiB, ${most.bytes / 1024 / 1024} MiB together`
        fault('too-large', path, `A pack has at most ${limits}.`)
        if (size > most.bytesOfFile) bytes -= size
        if (bytes > most.bytes || count > most.files) return
        continue
      }
      const text = decoded(await readFile(join(folder, path)))
      if (text === undefined) fault('not-text', path, 'This is no UTF-8 text. A pack holds text only.')
      else files[path] = text
    }
  }
  await walk('', 0)
  return { files, findings }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
