import { basename } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { LabFiles, LabSource, PackFinding } from '#engine/grade/lab-source.ts'
import { schemaSentences } from '#engine/grade/schema-sentence.ts'
import { linesOf } from '#engine/yaml/place.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { competencyFindings } from './competency-findings.ts'
import type { Curriculum } from './curriculum.ts'
import { markdownFindings } from './markdown-findings.ts'
import { packLimits } from './pack-limits.ts'
import { packSchema } from './pack-schema.ts'
import { readFolder } from './read-folder.ts'
import { readLab } from './read-lab.ts'

export interface Pack {
  /** Its folder's name. */
  readonly id: string
  readonly title: string
  readonly version: string
  readonly licence: string
  readonly authors: readonly string[]
}

export interface ReadPack {
  readonly pack?: Pack
  /** In the order of folder names; only those without a fault. */
  readonly labs: readonly LabSource[]
  readonly findings: readonly PackFinding[]
}

/** Reads a pack's folder: `pack.yaml`, and one folder for each lab. Findings name files from the pack's folder on. */
export async function readPack(folder: string, plan?: Curriculum): Promise<ReadPack> {
  const id = basename(folder)
  const { files, findings } = await readFolder(folder, id)
  const read = await packFrom(id, files, plan)
  return { ...read, findings: [...findings, ...read.findings] }
}

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The files that may lie beside `pack.yaml` and the labs. */
const besides = /^(?:pack\.yaml|(?:README|CHANGELOG)\.md|(?:LICEN[CS]E|NOTICE)(?:\.md|\.txt)?)$/

/**
 * Reads a pack from its files, whether they lay in a folder or in an archive. Others get their turn after each lab.
 *
 * @param plan with it, labs have to belong to a competency of the curriculum
 */
export async function packFrom(id: string, files: LabFiles, plan?: Curriculum): Promise<ReadPack> {
  const all: PackFinding[] = []
  const fault = (code: string, file: string, message: string) => all.push({ code, file, message })
  if (!slug.test(id) || id.length > packLimits.name)
    fault('pack-id', id, "A pack's folder is named in small letters, digits and hyphens.")
  const read = readPackYaml(id, files['pack.yaml'])
  all.push(...read.findings)
  for (const [path, text] of Object.entries(files)) {
    if (path.includes('/')) continue
    if (!besides.test(path)) fault('unexpected-file', `${id}/${path}`, 'No part of a pack lies here.')
    else if (path.endsWith('.md')) all.push(...markdownFindings(`${id}/${path}`, text))
  }
  const labs: LabSource[] = []
  const folders = [...byLab(files)].sort(([a], [b]) => (a < b ? -1 : 1))
  if (folders.length === 0) fault('no-labs', id, 'The pack has no lab: no folder with a `lab.yaml` lies in it.')
  if (folders.length > packLimits.labs) fault('too-many', id, `A pack has at most ${packLimits.labs} labs.`)
  for (const [name, own] of folders.slice(0, packLimits.labs)) {
    if (!slug.test(name))
      fault('lab-id', `${id}/${name}`, "A lab's folder is named in small letters, digits and hyphens.")
    const { source, findings: told } = await readLab(`${id}/${name}`, own)
    const findings = [...told, ...(source && plan ? competencyFindings(source, plan) : [])]
    all.push(...findings.map(finding => ({ ...finding, file: `${id}/${name}/${finding.file}` })))
    if (source && slug.test(name)) labs.push(source)
    await setImmediate()
  }
  return { ...(read.pack && { pack: read.pack }), labs, findings: all.slice(0, packLimits.findings) }
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
    const name = path.slice(0, cut)
    const own: Record<string, string> = labs.get(name) ?? Object.create(null)
    own[path.slice(cut + 1)] = text
    labs.set(name, own)
  }
  return labs
}
