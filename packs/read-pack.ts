import { basename } from 'node:path'
import { z } from 'zod'
import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { schemaSentences } from '#engine/grade/schema-sentence.ts'
import { linesOf } from '#engine/yaml/place.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { readFolder } from './read-folder.ts'

export interface Pack {
  /** Its folder's name. */
  readonly id: string
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly authors: readonly string[]
}

const packSchema = z.strictObject({
  title: z.string().min(1),
  version: z.string().min(1),
  licence: z.string().min(1),
  authors: z.array(z.string().min(1)).min(1),
})

export interface ReadPack {
  readonly pack?: Pack
  /** In the order of folder names; only those without a fault. */
  readonly labs: readonly LabSource[]
  readonly findings: readonly PackFinding[]
}

/** Reads a pack's folder: `pack.yaml`, and one folder for each lab. Findings name files from the pack's folder on. */
export async function readPack(folder: string): Promise<ReadPack> {
  const id = basename(folder)
  const { files, findings } = await readFolder(folder, id)
  const all = [...findings]
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    all.push({ code: 'pack-id', file: id, message: "A pack's folder is named in small letters, digits and hyphens." })
  const read = readPackYaml(id, files['pack.yaml'])
  all.push(...read.findings)
  const labs: LabSource[] = []
  for (const [slug, own] of byLab(files)) {
    const loaded = loadLab(`${id}/${slug}`, own)
    all.push(...loaded.findings.map(finding => ({ ...finding, file: `${id}/${slug}/${finding.file}` })))
    if (loaded.source) labs.push(loaded.source)
  }
  return { ...(read.pack && { pack: read.pack }), labs, findings: all }
}

function readPackYaml(id: string, text: string | undefined): { pack?: Pack; findings: readonly PackFinding[] } {
  const file = `${id}/pack.yaml`
  if (text === undefined) return { findings: [{ code: 'missing-file', file, message: '`pack.yaml` is missing.' }] }
  const { documents, findings } = readYaml(text)
  const value = documents[0]?.value
  const parsed = packSchema.safeParse(value)
  if (parsed.success && findings.length === 0) return { pack: { id, ...parsed.data }, findings: [] }
  const said = [
    ...findings.map(({ code, message, range }) => ({ code, message, range })),
    ...schemaSentences(packSchema, value).map(({ path, message }) => ({
      code: 'pack-schema',
      message,
      range: documents[0]?.rangeOf(path) ?? documents[0]?.rangeOf([]),
    })),
  ]
  return {
    findings: said.map(({ code, message, range }) => ({
      code,
      file,
      message,
      ...(range && { line: linesOf(text, range).line }),
    })),
  }
}

function byLab(files: LabFiles): ReadonlyMap<string, LabFiles> {
  const labs = new Map<string, Record<string, string>>()
  for (const [path, text] of Object.entries(files)) {
    const cut = path.indexOf('/')
    if (cut < 0) continue
    const slug = path.slice(0, cut)
    const own = labs.get(slug) ?? {}
    own[path.slice(cut + 1)] = text
    labs.set(slug, own)
  }
  return labs
}
