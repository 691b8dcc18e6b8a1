import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { type Curriculum, curriculum } from './curriculum.ts'
import { frontMatter } from './front-matter.ts'
import type { Source } from './lessons.ts'

/** A page on one of the sites that the exam allows. */
export interface AllowedDocument {
  readonly title: string
  readonly url: string
  /** The site and the part of it, as its own menu says. */
  readonly source: string
  /** One sentence: what to open it for. */
  readonly purpose: string
  /** Slugs of competencies. */
  readonly topics: readonly string[]
}

/** A site whose pages may be opened in the exam. */
export interface AllowedSite {
  readonly name: string
  /** Every address below it is meant. */
  readonly url: string
}

export interface AllowedDocuments {
  /** The official page that says what is allowed, and the month of the copy of it that was read: "2026-06". */
  readonly list: { readonly url: string; readonly asOf: string }
  readonly sites: readonly AllowedSite[]
  readonly documents: readonly AllowedDocument[]
}

/** A short page of ours, to be read while working. */
export interface QuickReference {
  /** The file's name without `.md`. */
  readonly slug: string
  readonly title: string
  /** One sentence: what to open it for. */
  readonly purpose: string
  /** Slugs of competencies, or `exam`: how the exam goes, whatever it asks. */
  readonly topics: readonly string[]
  /** The Kubernetes version that its facts were checked against. */
  readonly checked: string
  readonly sources: readonly Source[]
  /** Markdown. */
  readonly body: string
}

export interface Documents extends AllowedDocuments {
  /** What is about the exam itself comes first, then in the order of the curriculum. */
  readonly quickReferences: readonly QuickReference[]
  readonly findings: readonly PackFinding[]
}

const EXAM = 'exam'

const https = z.url({ protocol: /^https$/ })
const sentence = z.string().regex(/^[^.]+\.$/, 'must be one sentence')
const topics = z.array(z.string()).min(1)
const listShape = z.strictObject({
  list: z.strictObject({ url: https, asOf: z.string().regex(/^\d{4}-\d{2}$/) }),
  sites: z.array(z.strictObject({ name: z.string().min(1), url: https })).min(1),
  documents: z.array(
    z.strictObject({ title: z.string().min(1), url: https, source: z.string().min(1), purpose: sentence, topics }),
  ),
})
/** The front matter of `content/quick-reference/<slug>.md`. */
export const referenceSchema = z.strictObject({
  title: z.string().min(1).describe('The name of the page.'),
  purpose: sentence.describe('One sentence: what to open it for.'),
  topics: topics.meta({
    description: 'Competencies that it belongs to, or `exam`: how the exam goes, whatever it asks.',
    examples: [['audit-logs']],
  }),
  checked: z
    .string()
    .regex(/^v1\.\d+$/)
    .meta({ description: 'The Kubernetes version that the facts were checked against.', examples: ['v1.35'] }),
  sources: z
    .array(
      z.strictObject({
        name: z.string().min(1).describe('Whose page it is, and its title.'),
        url: https.describe('Its address, with https.'),
      }),
    )
    .min(1)
    .describe('Where the official documentation speaks of it.'),
})

/** Parses `content/documents.yaml`. It is ours, so a fault in it is thrown. */
export function parseAllowedDocuments(text: string): AllowedDocuments {
  return listShape.parse(readYaml(text).documents[0]?.value)
}

/** One file of `content/quick-reference/` → its page, or what its author has to put right. */
export function readQuickReference(
  file: string,
  text: string,
  plan: Curriculum,
): { readonly page?: QuickReference; readonly findings: readonly PackFinding[] } {
  const { value, body, findings } = frontMatter(file, text, referenceSchema)
  if (!value) return { findings }
  const known = topicOrder(plan)
  const said = value.topics
    .filter(it => !known.includes(it))
    .map(it => ({ code: 'unknown-topic', file, line: 1, message: `"${it}" is no competency, and not "${EXAM}".` }))
  return said.length > 0 ? { findings: said } : { page: { ...value, slug: basename(file, '.md'), body }, findings: [] }
}

function topicOrder({ domains }: Curriculum): readonly string[] {
  return [EXAM, ...domains.flatMap(domain => domain.competencies.map(it => it.slug))]
}

/** Reads `<root>/documents.yaml` and `<root>/quick-reference/<slug>.md`. */
export async function readDocuments(root: string, plan: Curriculum): Promise<Documents> {
  const folder = join(root, 'quick-reference')
  const names = (await readdir(folder)).filter(name => name.endsWith('.md')).sort()
  const [list, ...texts] = await Promise.all([
    readFile(join(root, 'documents.yaml'), 'utf8'),
    ...names.map(name => readFile(join(folder, name), 'utf8')),
  ])
  const read = names.map((name, at) => readQuickReference(name, texts[at] ?? '', plan))
  const order = topicOrder(plan)
  const place = ({ topics }: QuickReference) => order.indexOf(topics[0] ?? '')
  const pages = read.flatMap(({ page }) => page ?? [])
  return {
    ...parseAllowedDocuments(list),
    quickReferences: pages.sort((a, b) => place(a) - place(b) || a.title.localeCompare(b.title, 'en')),
    findings: read.flatMap(it => it.findings),
  }
}

let kept: Promise<Documents> | undefined

/** The allowed documents and the quick references in `content/`. In production they are read once. */
export async function documents(): Promise<Documents> {
  const read = kept ?? curriculum().then(plan => readDocuments(join(process.cwd(), 'content'), plan))
  if (process.env.NODE_ENV === 'production') kept = read
  return read
}
