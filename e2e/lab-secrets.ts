import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { filledIn, valuesOf } from './solution.ts'

/** Every file below a folder, joined; nothing where there is none. */
function textsOf(folder: string): string {
  if (!existsSync(folder)) return ''
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(it => it.isFile())
    .map(it => readFileSync(path.join(it.parentPath, it.name), 'utf8'))
    .join('\n')
}

const known = [textsOf(path.resolve('content')), textsOf(path.resolve('engine/worlds'))]
const folderOf = (slug: string) => path.resolve('labs/cks', slug)
const read = (slug: string, file: string) => readFileSync(path.join(folderOf(slug), file), 'utf8')

/** What everybody may read: the task, the start files, the lessons, and what lies on the hosts of every world. */
function shownOf(slug: string, variant: number): readonly string[] {
  const shown = [read(slug, 'task.md'), textsOf(path.join(folderOf(slug), 'start')), ...known]
  return [...shown, ...shown.map(it => filledIn(it, valuesOf(slug, variant)))]
}

/**
 * Lines long enough to be told from anything else, from the files a learner must not see before they are due.
 * What the task, the start files or a lesson say too is no secret, and a path alone is none.
 */
export function secretLines(slug: string, variant = 0): readonly string[] {
  const shown = shownOf(slug, variant)
  const values = valuesOf(slug, variant)
  const lines = new Set<string>()
  for (const file of readdirSync(folderOf(slug), { recursive: true, encoding: 'utf8' })) {
    if (!/^(?:(?:pass|fail|probes)\/.*|hints\.md|explain\.md|lab\.yaml)$/.test(file) || !/\.\w+$/.test(file)) continue
    for (const raw of read(slug, file).split('\n')) {
      const line = raw.trim()
      // In lab.yaml the expectations are secret: the lines that hold flow maps.
      if (file === 'lab.yaml' && !/^(?:- )?(?:\w+: *)?[{[]/.test(line)) continue
      for (const it of [line, filledIn(line, values)])
        if (it.length >= 30 && it.includes(' ') && !shown.some(text => text.includes(it))) lines.add(it)
    }
  }
  return [...lines]
}

/** The ids and titles of a lab's checks; a title that says what the task says is no secret. */
export function checksOf(slug: string, variant = 0): readonly { readonly id: string; readonly title: string }[] {
  const values = valuesOf(slug, variant)
  const checks = read(slug, 'lab.yaml').split(/^checks:$/m)[1] ?? ''
  const shown = shownOf(slug, variant)
  return [...checks.matchAll(/^ {2}- id: (\S+)\n {4}title: (.+)$/gm)]
    .map(([, id = '', title = '']) => ({ id, title: filledIn(title, values) }))
    .filter(({ title }) => !shown.some(text => text.includes(title)))
}

/** Those of the texts that occur in an answer, as they are, as JSON has them, or as JSON within JSON or within HTML. */
export function found(answers: string, texts: readonly string[]): readonly string[] {
  return texts.filter(text => {
    const json = JSON.stringify(text).slice(1, -1)
    const html = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
    const forms = [text, json, JSON.stringify(json).slice(1, -1), html, html.replace(/"/g, '&quot;')]
    return forms.some(it => answers.includes(it))
  })
}
