import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { frontMatter } from './front-matter.ts'

/** What a finding is about: the kind of file. */
export const findingKinds = [
  'yaml',
  'audit-policy',
  'seccomp',
  'apparmor',
  'falco',
  'runtime-class',
  'pod',
  'network-policy',
  'rbac',
  'encryption-config',
  'admission-config',
  'authentication-config',
  'authorization-config',
  'kubelet-config',
  'flags',
  'containerd-config',
] as const
export type FindingKind = (typeof findingKinds)[number]

/** The page that explains one finding. */
export interface FindingPage {
  /** The finding's code, which is the file's name without `.md`. */
  readonly code: string
  readonly title: string
  readonly kind: FindingKind
  readonly severity: 'error' | 'warning' | 'info'
  /** Where the official documentation speaks of it. */
  readonly source?: { readonly name: string; readonly url: string } | undefined
  /** The slug of the lesson that teaches it. */
  readonly lesson?: string | undefined
  /** Markdown: what it means, `## Example`, `## Remedy`. */
  readonly body: string
}

/** The front matter of `content/findings/<code>.md`. */
export const findingSchema = z.strictObject({
  title: z.string().min(1).describe('What is wrong, in a few words.'),
  kind: z.enum(findingKinds).describe('What kind of file the finding is about.'),
  severity: z
    .enum(['error', 'warning', 'info'])
    .describe('`error`: the component refuses the file. `warning`: it takes it, and a person should know.'),
  source: z
    .strictObject({
      name: z.string().min(1).describe('Whose page it is, and its title.'),
      url: z.url({ protocol: /^https$/ }).describe('Its address, with https.'),
    })
    .optional()
    .describe('Where the official documentation speaks of it.'),
  lesson: z.string().optional().describe('The lesson that teaches it.'),
})

const SECTIONS = '## Example, ## Remedy'

/** One file → its page, or what its author has to put right. */
export function readFindingPage(
  file: string,
  text: string,
): { readonly page?: FindingPage; readonly findings: readonly PackFinding[] } {
  const { value, body, bodyLine, findings } = frontMatter(file, text, findingSchema)
  if (!value) return { findings }
  const headings = body.replace(/^```[\s\S]*?^```/gm, '').match(/^#+ .*$/gm) ?? []
  if (headings.join(', ') !== SECTIONS || body.startsWith('#')) {
    const message = `The text says what the finding means, and then has the sections ${SECTIONS}, and no others.`
    return { findings: [{ code: 'sections', file, line: bodyLine, message }] }
  }
  return { page: { ...value, code: basename(file, '.md'), body }, findings: [] }
}

export interface FindingPages {
  /** By kind, then by code. */
  readonly pages: readonly FindingPage[]
  readonly findings: readonly PackFinding[]
}

/** Reads `<root>/<code>.md`. */
export async function readFindingPages(root: string): Promise<FindingPages> {
  const names = (await readdir(root)).filter(name => name.endsWith('.md')).sort()
  const texts = await Promise.all(names.map(name => readFile(join(root, name), 'utf8')))
  const read = names.map((name, at) => readFindingPage(name, texts[at] ?? ''))
  const order = (kind: FindingKind) => findingKinds.indexOf(kind)
  const pages = read.flatMap(({ page }) => page ?? []).sort((a, b) => order(a.kind) - order(b.kind))
  return { pages, findings: read.flatMap(it => it.findings) }
}

let kept: Promise<FindingPages> | undefined

/** The pages in `content/findings/`. In production they are read once. */
export async function findingPages(): Promise<readonly FindingPage[]> {
  const read = kept ?? readFindingPages(join(process.cwd(), 'content/findings'))
  if (process.env.NODE_ENV === 'production') kept = read
  return (await read).pages
}
