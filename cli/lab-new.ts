import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { readFolder } from '#packs/read-folder.ts'
import { isThere } from './lab-folders.ts'
import { naming, schemaFolder, schemasFor } from './new/schemas.ts'
import { type ExitCode, refuse, type Surroundings } from './surroundings.ts'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/**
 * Writes a small lab that holds into a folder that is not there yet, or is empty; beside it a `pack.yaml` and the schemas for
 * editors, where there are none.
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
    const pack = dirname(at)
    const shared = await isThere(join(dirname(pack), 'lab.schema.json'))
    const lab = (text: string) => naming(shared ? '../../lab.schema.json' : `../${schemaFolder}/lab.schema.json`, text)
    for (const [name, text] of Object.entries(files))
      await write(join(at, name), name === 'lab.yaml' ? lab(titled(text, title)) : text)
    const beside = new Map(shared ? [] : await schemasFor(around.root))
    beside.set('pack.yaml', naming(shared ? '../pack.schema.json' : `${schemaFolder}/pack.schema.json`, packYaml))
    for (const [name, text] of beside) if (!(await isThere(join(pack, name)))) await write(join(pack, name), text)
  } catch (fault) {
    const why = fault instanceof Error && 'code' in fault ? ` (${String(fault.code)})` : ''
    return refuse(around, `${folder} cannot be written${why}. Name a folder that you may write to.`)
  }
  around.stdout.write(next(folder, names.join('/')))
  return 0
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text, { flag: 'wx' })
}

/** A string in JSON is one in YAML. */
function titled(text: string, title: string | undefined): string {
  return title === undefined ? text : text.replace(/^title: .*$/m, () => `title: ${JSON.stringify(title.trim())}`)
}

const packYaml = 'title: My labs\nversion: 0.1.0\nlicence: CC-BY-4.0\nauthors: [You]\n'

function next(folder: string, id: string): string {
  return `${id} is written. Now make it yours:

  lab.yaml     title, summary, variants, checks
  task.md      what the candidate reads
  start/       files that are there at the beginning
  pass/        attempts that must earn everything; at least three that go different ways
  fail/        attempts that must fail exactly the checks that their names say
  hints.md     for each check, without the solution
  explain.md   why, and what the exam likes to vary

Beside it, pack.yaml has the pack's title, version, licence and authors.

It holds as it is, and should after every change:

  breakwater lab check ${folder}
  breakwater lab run ${folder}

An editor with a YAML language server completes and explains what stands in lab.yaml and pack.yaml.
docs/writing-a-lab.md tells the rest.
`
}
