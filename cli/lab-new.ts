import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readFolder } from '#packs/read-folder.ts'
import { isThere } from './lab-folders.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Writes a small lab that holds into a folder that is not there yet, or is empty.
 *
 * @returns 0 when it is written, 2 when not
 */
export async function labNew(
  folder: string,
  { kind, title }: { readonly kind: string; readonly title?: string },
  around: Surroundings,
): Promise<ExitCode> {
  const at = resolve(folder)
  const names = [basename(dirname(at)), basename(at)]
  const odd = names.find(name => !slug.test(name))
  if (odd !== undefined)
    return refuse(
      around,
      `“${odd}” cannot be part of a lab's id. Name the folders of pack and lab in small letters, digits and hyphens: labs/mine/first-one.`,
    )
  if (title?.trim() === '' || /[\r\n]/.test(title ?? ''))
    return refuse(around, 'A title is one line of text. Give one with --title "…", or leave it out.')
  try {
    if ((await isThere(at)) && (await readdir(at)).length > 0)
      return refuse(around, `${folder} is not empty, and nothing is overwritten. Name a new folder.`)
    const { files } = await readFolder(join(around.root, 'cli/templates', kind), kind)
    for (const [name, text] of Object.entries(files)) {
      await mkdir(dirname(join(at, name)), { recursive: true })
      await writeFile(join(at, name), name === 'lab.yaml' ? titled(text, title) : text, { flag: 'wx' })
    }
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return refuse(around, `${folder} cannot be written${why}. Name a folder that you may write to.`)
  }
  const packed = await isThere(join(dirname(at), 'pack.yaml'))
  around.stdout.write(next(folder, names.join('/'), packed ? undefined : dirname(folder)))
  return 0
}

/** A string in JSON is one in YAML. */
function titled(text: string, title: string | undefined): string {
  return title === undefined ? text : text.replace(/^title: .*$/m, () => `title: ${JSON.stringify(title.trim())}`)
}

function next(folder: string, id: string, unpacked: string | undefined): string {
  const packless = `
${unpacked} has no pack.yaml, so the app does not offer its labs. It needs four lines:

  title: My labs
  version: 0.1.0
  licence: CC-BY-4.0
  authors: [You]
`
  return `${id} is written. Now make it yours:

  lab.yaml     title, summary, variants, checks
  task.md      what the candidate reads
  start/       files that are there at the beginning
  pass/        attempts that must earn everything; at least three that go different ways
  fail/        attempts that must fail exactly the checks that their names say
  hints.md     for each check, without the solution
  explain.md   why, and what the exam likes to vary

It holds as it is, and should after every change:

  breakwater lab check ${folder}
  breakwater lab run ${folder}
${unpacked === undefined ? '' : packless}
docs/writing-a-lab.md tells the rest.
`
}
