import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readBlueprint } from '#engine/grade/exam/read-blueprint.ts'
import type { PackFinding } from '#engine/grade/lab-source.ts'
import { loadLab } from '#engine/grade/load-lab.ts'
import { readYaml } from '#engine/yaml/read-yaml.ts'
import { curriculum } from './curriculum.ts'
import { readQuickReference } from './documents.ts'
import { editorSchemas, type SchemaName, schemaFiles } from './editor-schemas.ts'
import { examLab } from './exams.ts'
import { readFindingPage } from './findings.ts'
import { frontMatter } from './front-matter.ts'
import { readLesson } from './lessons.ts'
import { builtInLabs } from './library.ts'
import { readPack } from './read-pack.ts'

const plan = await curriculum()
const schemas = editorSchemas(plan)
const labs = (await builtInLabs()).labs.map(examLab)

interface Written {
  /** What we ship of this kind. */
  readonly shipped: RegExp
  /** An editor is told of the schema by the file itself. */
  readonly naming: boolean
  value(text: string): unknown
  /** What the reader finds wrong with a text. */
  read(text: string): readonly PackFinding[] | Promise<readonly PackFinding[]>
}

const yaml = (text: string) => readYaml(text).documents[0]?.value
const inFront = (text: string) => frontMatter('', text, z.unknown()).value
const around = { 'task.md': 'a', 'hints.md': '## word\n\na', 'explain.md': 'a', 'pass/solution.sh': 'true' }

const kinds: Readonly<Record<SchemaName, Written>> = {
  lab: {
    shipped: /^(labs|docs|cli\/templates|cli\/fixtures\/labs)\/.*lab\.yaml$/,
    naming: true,
    value: yaml,
    read: text => loadLab('a/b', { ...around, 'lab.yaml': text }).findings,
  },
  pack: {
    shipped: /^(labs|docs|cli\/fixtures\/labs)\/.*pack\.yaml$/,
    naming: true,
    value: yaml,
    read: async text => {
      const folder = join(await mkdtemp(join(tmpdir(), 'breakwater-')), 'mine')
      await mkdir(folder)
      await writeFile(join(folder, 'pack.yaml'), text)
      const { findings } = await readPack(folder)
      await rm(dirname(folder), { recursive: true })
      return findings.filter(({ file }) => file === 'mine/pack.yaml')
    },
  },
  exam: {
    shipped: /^content\/exams\/.*\.yaml$/,
    naming: true,
    value: yaml,
    read: text => {
      const read = readBlueprint({ id: 'a', file: 'a.yaml', text }, labs)
      return 'findings' in read ? read.findings : []
    },
  },
  lesson: {
    shipped: /^content\/lessons\/[^/]+\/[^/]+\.md$/,
    naming: false,
    value: inFront,
    read: text => readLesson({ file: 'a.md', folder: 'monitoring', text }, plan).findings,
  },
  reference: {
    shipped: /^content\/quick-reference\/.*\.md$/,
    naming: false,
    value: inFront,
    read: text => readQuickReference('a.md', text, plan).findings,
  },
  finding: {
    shipped: /^content\/findings\/.*\.md$/,
    naming: false,
    value: inFront,
    read: text => readFindingPage('a.md', text).findings,
  },
}

const wrong = z
  .record(
    z.string(),
    z.strictObject({
      text: z.string(),
      cases: z.array(z.strictObject({ name: z.string(), replace: z.record(z.string(), z.string()), says: z.string() })),
    }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/wrong-files.yaml'), 'utf8')))

const files = ['labs', 'docs', 'cli', 'content'].flatMap(folder =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => `${folder}/${name}`),
)

describe.each(Object.entries(kinds) as [SchemaName, Written][])('%s', (name, { shipped, naming, value, read }) => {
  const validate = new Ajv({ formats: { uri: true }, allowUnionTypes: true }).compile(JSON.parse(schemas[name]))
  const faultsOf = (text: string) => (validate(value(text)) ? [] : (validate.errors ?? []))
  const own = files.filter(file => shipped.test(file))

  test('the file is as the readers are: npx tsx scripts/update-schemas.ts', () => {
    expect(readFileSync(schemaFiles[name], 'utf8')).toBe(schemas[name])
  })

  test('every key has a sentence, and every sentence an end', () => {
    const all = propertiesOf(JSON.parse(schemas[name]))
    expect(all.length).toBeGreaterThan(3)
    expect(all.filter(({ description }) => !/^[^\n]+\.$/.test(description)).map(({ path }) => path)).toEqual([])
  })

  test('there is something shipped', () => expect(own).not.toEqual([]))

  test.each(own)('%s is as the schema says', file => {
    const text = readFileSync(file, 'utf8')
    expect(faultsOf(text)).toEqual([])
    if (!naming || file.startsWith('cli/')) return
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text)?.[1] ?? 'not named'
    expect(join(dirname(file), schema)).toBe(schemaFiles[name])
    expect(existsSync(join(dirname(file), schema))).toBe(true)
  })

  test('what the wrong files are made of is right', async () => {
    const text = wrong[name]?.text ?? ''
    expect(faultsOf(text)).toEqual([])
    expect(await read(text)).toEqual([])
  })

  test.each(wrong[name]?.cases ?? [])('refused by both: $name', async ({ replace, says }) => {
    let text = wrong[name]?.text ?? ''
    for (const [from, to] of Object.entries(replace)) {
      expect(text).toContain(from)
      text = text.replace(from, () => to)
    }
    expect((await read(text)).map(({ message }) => message)).toContain(says)
    expect(faultsOf(text)).not.toEqual([])
  })
})

/** Every key that a schema knows, wherever it stands. */
function propertiesOf(schema: unknown, path = ''): readonly { readonly path: string; readonly description: string }[] {
  if (typeof schema !== 'object' || schema === null) return []
  const properties: unknown = Reflect.get(schema, 'properties')
  const own =
    typeof properties === 'object' && properties !== null
      ? Object.entries(properties).map(([key, value]) => ({
          path: `${path}/${key}`,
          description: String(typeof value === 'object' && value !== null && Reflect.get(value, 'description')),
        }))
      : []
  const below = Object.entries(schema).flatMap(([key, value]) => propertiesOf(value, `${path}/${key}`))
  return [...own, ...below]
}
