import { readFile, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { type ArchiveForm, writeArchive } from '#packs/archive/write-archive.ts'
import { parseCurriculum } from '#packs/curriculum.ts'
import { versionHash } from '#packs/installed/version-folder.ts'
import { packLimits, sizeText } from '#packs/pack-limits.ts'
import { readFolder } from '#packs/read-folder.ts'
import { packFrom } from '#packs/read-pack.ts'
import { isThere } from './lab-folders.ts'
import { type ExitCode, printable, refuse, type Surroundings } from './surroundings.ts'

/**
 * Writes a pack as one archive that Studio installs. The same files give the same bytes.
 *
 * @returns 0 when it is written, 1 when the pack has faults, 2 when it cannot be read or written
 */
export async function labPack(
  folder: string,
  { output }: { readonly output?: string },
  around: Surroundings,
): Promise<ExitCode> {
  const at = resolve(folder)
  if (!(await isThere(join(at, 'pack.yaml'))))
    return refuse(around, `There is no ${join(folder, 'pack.yaml')}. Name the folder of a pack.`)
  const id = basename(at)
  const plan = parseCurriculum(await readFile(join(around.root, 'content/curriculum.yaml'), 'utf8'))
  const { files, findings } = await readFolder(at, id)
  const { pack, labs, findings: told } = await packFrom(id, files, plan)
  const faults = [...findings, ...told]
  if (faults.length > 0 || !pack) {
    around.stdout.write(printable(faults.map(it => `${placeOf(dirname(folder), it)}: ${it.message}\n`).join('')))
    const count = faults.length === 1 ? '1 fault' : `${faults.length} faults`
    around.stderr.write(`breakwater: ${id} has ${count}, so no archive is written.\n`)
    return 1
  }
  const target = output ?? `${id}-${pack.version}.tgz`
  const form = formOf(target)
  if (!form) return refuse(around, `${target} does not end in .tgz or .zip. Name the archive so.`)
  if (!relative(at, resolve(target)).startsWith('..'))
    return refuse(around, `${target} would lie in the pack itself. Name a file elsewhere with -o.`)
  const bytes = writeArchive(id, files, form)
  if (bytes.length > packLimits.archive) {
    const most = `An archive has at most ${sizeText(packLimits.archive)}`
    return refuse(around, `${most}, and this one would have ${sizeText(bytes.length)}. Make two packs of it.`)
  }
  try {
    await writeFile(target, bytes)
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return refuse(around, `${target} cannot be written${why}. Name a file in a folder that you may write to.`)
  }
  const contents = `${counted(labs.length, 'lab')} in ${counted(Object.keys(files).length, 'file')}`
  around.stdout.write(`${target} is written: ${contents}, ${sizeText(bytes.length)}.\n`)
  around.stdout.write(`${id} ${pack.version}, content ${versionHash(files)}\n`)
  return 0
}

function formOf(name: string): ArchiveForm | undefined {
  if (/\.(?:tgz|tar\.gz)$/i.test(name)) return 'tgz'
  return /\.zip$/i.test(name) ? 'zip' : undefined
}

function placeOf(parent: string, { file, line }: PackFinding): string {
  return `${join(parent, file)}${line === undefined ? '' : `:${line}`}`
}

const counted = (count: number, thing: string) => `${count} ${thing}${count === 1 ? '' : 's'}`
