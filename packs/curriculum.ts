import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { readYaml } from '#engine/yaml/read-yaml.ts'

export interface Competency {
  readonly slug: string
  readonly title: string
}

/** One domain of the exam. Weights are in per cent and add up to 100. */
export interface Domain {
  readonly slug: string
  /** 1 to 6, in the order of the official document. */
  readonly number: number
  readonly title: string
  readonly weight: number
  readonly competencies: readonly Competency[]
}

export interface Curriculum {
  /** Where the official document is. */
  readonly document: string
  readonly domains: readonly Domain[]
}

const slug = z.string().regex(/^[a-z]+(-[a-z]+)*$/)
const shape = z.strictObject({
  document: z.url(),
  domains: z.array(
    z.strictObject({
      slug,
      title: z.string().min(1),
      weight: z.number().int().positive(),
      competencies: z.array(z.strictObject({ slug, title: z.string().min(1) })).min(1),
    }),
  ),
})

/** Parses `content/curriculum.yaml`. It is ours, so a fault in it is thrown. */
export function parseCurriculum(text: string): Curriculum {
  const { document, domains } = shape.parse(readYaml(text).documents[0]?.value)
  return { document, domains: domains.map((domain, at) => ({ ...domain, number: at + 1 })) }
}

let read: Promise<Curriculum> | undefined

/** The six domains with their competencies, read once. */
export function curriculum(): Promise<Curriculum> {
  read ??= readFile(join(process.cwd(), 'content/curriculum.yaml'), 'utf8').then(parseCurriculum)
  return read
}
