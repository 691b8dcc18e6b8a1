import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { evaluators } from '#engine/eval/evaluators.ts'
import { readArchive } from '#packs/archive/read-archive.ts'
import { bundleWorker } from '#sessions/fixtures/bundle-worker.ts'
import { callProgram } from './fixtures/call-program.ts'
import { templates } from './new/templates.ts'
import type { Surroundings } from './surroundings.ts'

let workers: Surroundings['workers']
let folder = ''
beforeAll(async () => {
  workers = {
    shell: await bundleWorker('sessions/worker.ts'),
    prove: await bundleWorker('sessions/prove-worker.ts'),
  }
  folder = await mkdtemp(join(tmpdir(), 'breakwater-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function call(words: readonly string[], input = '', root = 'cli/fixtures') {
  const { code, out, err } = await callProgram(words, { input, root, workers })
  return { code, out: out.replaceAll(folder, 'FOLDER'), err: err.replaceAll(folder, 'FOLDER') }
}

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      call: z.string(),
      input: z.string().optional(),
      code: z.number(),
      out: z.string().default(''),
      err: z.string().default(''),
    }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/cases.yaml'), 'utf8')))

describe('what is written, and the exit code', () => {
  test.each(cases)('$name', async ({ call: words, input, code, out, err }) => {
    const said = await call(words.split(' '), input)
    expect(said).toEqual({ code, out, err })
  })
})

test.each(Object.keys(evaluators))('eval %s --example prints questions that it answers', async kind => {
  const { code, out } = await call(['eval', kind, '--example'])
  expect([
    code,
    out
      .trimEnd()
      .split('\n')
      .every(it => it.startsWith('{')),
  ]).toEqual([0, true])
  if (evaluators[kind]?.beside) return
  const answered = await call(['eval', kind], out)
  expect([answered.code, answered.out.split('\n').length]).toEqual([0, out.split('\n').length])
})

test('eval --list tells every kind', async () => {
  const { code, out } = await call(['eval', '--list'])
  expect([
    code,
    out
      .trim()
      .split('\n')
      .map(line => line.split(' ')[0]),
  ]).toEqual([0, Object.keys(evaluators)])
})

describe('lab new', () => {
  test('offers every template', () => {
    expect(readdirSync(join(import.meta.dirname, 'templates')).sort()).toEqual([...templates].sort())
  })

  test.each(templates)('%s passes lab check', async kind => {
    const lab = `${folder}/mine/a-${kind}`
    const written = await call(['lab', 'new', lab, '--kind', kind, '--title', 'Colons: and "quotes"'], '', '.')
    expect(written.code).toBe(0)
    expect(written.out).toContain(`breakwater lab check FOLDER/mine/a-${kind}`)
    const { code, out } = await call(['lab', 'check', lab, '--reporter', 'json'], '', '.')
    const { labs } = z
      .object({ labs: z.array(z.object({ counts: z.record(z.string(), z.number()), demands: z.array(z.unknown()) })) })
      .parse(JSON.parse(out))
    expect({ code, variants: labs[0]?.counts.variants, demands: labs[0]?.demands.length }).toEqual({
      code: 0,
      variants: 2,
      demands: 7,
    })
    expect(await readFile(`${lab}/lab.yaml`, 'utf8')).toMatch(/^# yaml-language-server: \$schema=\.\.\/\.schema\/lab\./)
    expect((await call(['lab', 'check', `${folder}/mine`, '--reporter', 'json'], '', '.')).code).toBe(0)
    expect((await call(['lab', 'run', lab], ':quit\n')).out.split('\n')[0]).toBe('Colons: and "quotes"')
  })

  test('tells when the folder cannot be made', async () => {
    expect(await call(['lab', 'new', 'cli/fixtures/nothing/file/first'], '', '.')).toEqual({
      code: 2,
      out: '',
      err: 'breakwater: cli/fixtures/nothing/file/first cannot be written (ENOTDIR). Name a folder that you may write to.\n',
    })
  })

  test('overwrites nothing', async () => {
    const lab = `${folder}/mine/twice`
    await call(['lab', 'new', lab], '', '.')
    expect(await call(['lab', 'new', lab, '--kind', 'seccomp'], '', '.')).toEqual({
      code: 2,
      out: '',
      err: 'breakwater: FOLDER/mine/twice is not empty, and nothing is overwritten. Name a new folder.\n',
    })
    expect(await readFile(`${lab}/lab.yaml`, 'utf8')).toContain('audited')
  })
})

describe('schemas for editors', () => {
  test('lie beside a pack that is elsewhere, and are brought up to date there', async () => {
    const pack = `${folder}/schemas`
    await call(['lab', 'new', `${pack}/first`], '', '.')
    const schema = `${pack}/.schema/lab.schema.json`
    expect(await readFile(schema, 'utf8')).toBe(readFileSync('labs/lab.schema.json', 'utf8'))
    expect(await readFile(`${pack}/pack.yaml`, 'utf8')).toContain('$schema=.schema/pack.schema.json\n')
    await writeFile(schema, '{}')
    await writeFile(`${pack}/pack.yaml`, 'mine')
    await call(['lab', 'new', `${pack}/second`], '', '.')
    expect(await readFile(`${pack}/pack.yaml`, 'utf8')).toBe('mine')
    expect(await readFile(schema, 'utf8')).toBe('{}')
    const out = ['lab', 'pack'].map(name => `FOLDER/schemas/.schema/${name}.schema.json is written.\n`).join('')
    expect(await call(['lab', 'schema', pack], '', '.')).toEqual({ code: 0, out, err: '' })
    expect(await readFile(schema, 'utf8')).toBe(readFileSync('labs/lab.schema.json', 'utf8'))
  })

  test('are those of the folder of packs where that has them', async () => {
    await mkdir(`${folder}/packs`)
    await writeFile(`${folder}/packs/lab.schema.json`, '{}')
    await call(['lab', 'new', `${folder}/packs/mine/first`], '', '.')
    expect(await readFile(`${folder}/packs/mine/first/lab.yaml`, 'utf8')).toContain('$schema=../../lab.schema.json\n')
    expect(readdirSync(`${folder}/packs/mine`).sort()).toEqual(['first', 'pack.yaml'])
  })
})

describe('lab pack', () => {
  test.each(['small.tgz', 'small.zip'])('%s: the same files, the same bytes, and they are read', async name => {
    const [one, other] = [join(folder, name), join(folder, `again-${name}`)]
    const said = await call(['lab', 'pack', 'cli/fixtures/labs/small', '-o', one])
    expect(said).toMatchObject({ code: 0, err: '' })
    expect(said.out).toMatch(
      new RegExp(
        `^FOLDER/${name} is written: 1 lab in 8 files, (?:\\d+ bytes|\\d KiB)\\.\\nsmall 1\\.0\\.0, content [0-9a-f]{16}\\n$`,
      ),
    )
    await call(['lab', 'pack', 'cli/fixtures/labs/small/', '--output', other])
    const bytes = await readFile(one)
    expect(bytes.equals(await readFile(other))).toBe(true)
    const read = await readArchive(bytes, name)
    expect('archived' in read && [read.archived.id, Object.keys(read.archived.files).length]).toEqual(['small', 8])
  })
})

test('a script that is too large is not read', async () => {
  const script = join(folder, 'large.sh')
  await writeFile(script, '#'.repeat(300_000))
  const err = 'breakwater: FOLDER/large.sh is too large: a script has at most 256 KiB.\n'
  expect(await call(['lab', 'grade', 'small/word', script])).toEqual({ code: 2, out: '', err })
  expect((await call(['lab', 'grade', 'small/word', '-'], '#'.repeat(300_000))).code).toBe(2)
})

test('a report goes into a file, and the terminal gets a line for each lab', async () => {
  const file = join(folder, 'report.xml')
  expect(await call(['lab', 'check', 'cli/fixtures/labs', '--reporter', 'junit', '--output', file])).toEqual({
    code: 0,
    out: '1 lab holds, 0 do not.\n',
    err: 'small/word holds\n',
  })
  expect(await readFile(file, 'utf8')).toMatch(/^<\?xml .*<\/testsuites>\n$/s)
})
