import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { type Curriculum, curriculum } from './curriculum.ts'
import { frontMatter } from './front-matter.ts'

export interface Source {
  readonly name: string
  readonly url: string
}

export interface Lesson {
  /** The file's name without `.md`; unique over all domains. */
  readonly slug: string
  readonly title: string
  /** One or two sentences: the lead of the page and the entry in lists. */
  readonly summary: string
  readonly domain: string
  readonly competency: string
  /** Reading time. */
  readonly minutes: number
  /** The Kubernetes version that its facts were checked against. */
  readonly checked: string
  readonly sources: readonly Source[]
  /** Ids of labs that practise it. */
  readonly labs: readonly string[]
  /** Markdown. */
  readonly body: string
  /** Files that the body names, `examples/…` → text. */
  readonly examples: Readonly<Record<string, string>>
}

/** The front matter of `content/lessons/<domain>/<slug>.md`. */
export const lessonSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the lesson.'),
  summary: z.string().min(1).describe('One or two sentences: the lead of the page and the entry in lists.'),
  domain: z.string().describe('The domain of the exam, which is the folder that the file lies in.'),
  competency: z.string().meta({ description: "One of the domain's competencies.", examples: ['audit-logs'] }),
  minutes: z.number().int().positive().describe('How many minutes it takes to read.'),
  checked: z
    .string()
    .regex(/^v1\.\d+$/)
    .meta({ description: 'The Kubernetes version that the facts were checked against.', examples: ['v1.35'] }),
  sources: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Whose page it is, and its title.'),
        url: z.url({ protocol: /^https$/ }).describe('Its address, with https.'),
      }),
    )
    .min(1)
    .describe('Where the official documentation speaks of it.'),
  labs: z
    .array(z.string().regex(/^[a-z0-9-]+\/[a-z0-9-]+$/))
    .meta({ description: 'Labs that practise it, as `pack/lab`.', examples: [['cks/audit-the-secrets']] }),
})

/** One lesson's file → the lesson, or what its author has to put right. `folder` is the domain's. */
export function readLesson(
  { file, folder, text }: { readonly file: string; readonly folder: string; readonly text: string },
  { domains }: Curriculum,
): { readonly lesson?: Omit<Lesson, 'examples'>; readonly findings: readonly PackFinding[] } {
  const { value, body, bodyLine, findings } = frontMatter(file, text, lessonSchema)
  if (!value) return { findings }
  const wrong = (code: string, line: number, message: string): PackFinding => ({ code, file, line, message })
  const domain = domains.find(it => it.slug === value.domain)
  const said = [
    ...(domain ? [] : [wrong('unknown-domain', 1, `There is no domain "${value.domain}" in the curriculum.`)]),
    ...(value.domain === folder
      ? []
      : [wrong('wrong-folder', 1, `The file lies in "${folder}", its domain says else.`)]),
    ...(!domain || domain.competencies.some(it => it.slug === value.competency)
      ? []
      : [wrong('unknown-competency', 1, `"${value.competency}" is no competency of ${value.domain}.`)]),
    ...(body.trim() ? [] : [wrong('empty', bodyLine, 'The lesson has no text.')]),
  ]
  if (said.length > 0) return { findings: said }
  return { lesson: { ...value, slug: basename(file, '.md'), body }, findings: [] }
}

export interface Lessons {
  /** In the order of the curriculum, then by title. */
  readonly lessons: readonly Lesson[]
  readonly findings: readonly PackFinding[]
}

/** Reads `<root>/<domain>/<slug>.md`, with what lies in `<root>/<domain>/examples/`. */
export async function readLessons(root: string, plan: Curriculum): Promise<Lessons> {
  const found = await Promise.all(plan.domains.map(domain => readDomain(root, domain.slug, plan)))
  const lessons = found.flatMap(it => it.lessons)
  const twice = lessons.filter((it, at) => lessons.findIndex(other => other.slug === it.slug) !== at)
  const findings = twice.map(it => ({
    code: 'slug-twice',
    file: `${it.domain}/${it.slug}.md`,
    message: `Another domain has a lesson "${it.slug}" already. Rename this file.`,
  }))
  return {
    lessons: lessons.filter(it => !twice.includes(it)),
    findings: [...found.flatMap(it => it.findings), ...findings],
  }
}

async function readDomain(root: string, folder: string, plan: Curriculum): Promise<Lessons> {
  const examples = await filesOf(join(root, folder, 'examples'), 'examples/')
  const files = Object.entries(await filesOf(join(root, folder), ''))
  const read = files
    .filter(([name]) => name.endsWith('.md'))
    .map(([name, text]) => readLesson({ file: `${folder}/${name}`, folder, text }, plan))
  const order = plan.domains.find(it => it.slug === folder)?.competencies.map(it => it.slug) ?? []
  const lessons = read.flatMap(({ lesson }) => (lesson ? [{ ...lesson, examples }] : []))
  lessons.sort(
    (a, b) => order.indexOf(a.competency) - order.indexOf(b.competency) || a.title.localeCompare(b.title, 'en'),
  )
  return { lessons, findings: read.flatMap(it => it.findings) }
}

/** The files of one folder, not of those below it. A folder that is not there has none. */
async function filesOf(folder: string, prefix: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  const names = entries.filter(it => it.isFile()).map(it => it.name)
  const texts = await Promise.all(names.sort().map(name => readFile(join(folder, name), 'utf8')))
  return Object.fromEntries(names.map((name, at) => [prefix + name, texts[at] ?? '']))
}

let kept: Promise<Lessons> | undefined

/** The lessons in `content/`. In production they are read once. */
export async function lessons(): Promise<readonly Lesson[]> {
  const read = kept ?? curriculum().then(plan => readLessons(join(process.cwd(), 'content/lessons'), plan))
  if (process.env.NODE_ENV === 'production') kept = read
  return (await read).lessons
}
