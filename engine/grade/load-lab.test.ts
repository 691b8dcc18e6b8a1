import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { gradeLab } from './grade-lab.ts'
import type { LabFiles } from './lab-source.ts'
import { loadLab } from './load-lab.ts'
import { startWorld } from './start-world.ts'

const fixtures = z.strictObject({
  lab: z.record(z.string(), z.string()),
  faults: z.array(
    z.strictObject({
      name: z.string(),
      /** Changed in the lab: file → text, or null when it is taken away. */
      files: z.record(z.string(), z.string().nullable()).default({}),
      /** Replaced in lab.yaml. */
      replace: z.record(z.string(), z.string()).default({}),
      /** "file:line: message" */
      finds: z.array(z.string()),
    }),
  ),
})
const { lab, faults } = fixtures.parse(parse(readFileSync(join(import.meta.dirname, 'load-lab.yaml'), 'utf8')))
const load = (files: LabFiles) => loadLab('pack/lab', files)

describe('a lab with a fault', () => {
  test.each(faults)('$name', ({ files, replace, finds }) => {
    const changed: Record<string, string> = { ...lab }
    for (const [file, text] of Object.entries(files))
      if (text === null) delete changed[file]
      else changed[file] = text
    for (const [from, to] of Object.entries(replace)) {
      expect(changed['lab.yaml']).toContain(from)
      changed['lab.yaml'] = (changed['lab.yaml'] ?? '').replace(from, () => to)
    }
    const { source, findings } = load(changed)
    const said = findings.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    expect(said).toEqual(finds)
    expect(source === undefined).toBe(finds.length > 0)
  })
})

describe('a lab without measure', () => {
  const said = (changed: LabFiles) =>
    load({ ...lab, ...changed }).findings.map(({ line, message }) => `${line}: ${message}`)
  const yaml = lab['lab.yaml'] ?? ''

  test('values that make the files many times as large are not put in', () => {
    const long = yaml.replace('ns: dev', () => `ns: ${'x'.repeat(200)}`)
    expect(said({ 'lab.yaml': long, 'probes/large.txt': `\${{ns}}`.repeat(10_000) })).toContain(
      '11: The values of variant 2 add more than 1 MiB to the files.',
    )
  })

  test('more checks than anybody needs are not read', () => {
    const many = Array.from({ length: 60 }, (_, at) => `  - { id: c${at}, title: T, points: 1 }\n`).join('')
    expect(said({ 'lab.yaml': yaml + many })).toEqual(['81: A lab has at most 60 checks.'])
  })

  test('more variants than anybody needs are not read', () => {
    const many = Array.from({ length: 13 }, (_, at) => `- { ns: n${at} }`).join('\n  ')
    expect(said({ 'lab.yaml': yaml.replace('- { ns: prod }', () => many) })).toContain(
      '22: A lab has at most 12 variants.',
    )
  })
})

describe('a lab', () => {
  const { source, findings } = load(lab)
  if (!source) throw new Error(JSON.stringify(findings))

  test('has its values filled in, in every variant', () => {
    expect(source.variants).toEqual([{ ns: 'prod' }, { ns: 'dev' }])
    const [first, second] = [source.variant(0), source.variant(1)]
    expect([first.title, second.title]).toEqual(['Look after prod', 'Look after dev'])
    expect([first.solution, second.solution]).toEqual(['echo prod > /opt/a.txt\n', 'echo dev > /opt/a.txt\n'])
    expect(second.attempts.map(({ file, expected }) => [file, expected])).toEqual([
      ['fail/named+up.both.sh', ['named', 'up']],
      ['pass/solution.sh', []],
    ])
    expect([...second.hints]).toEqual([['named', ['First of dev.', 'Second.']]])
    expect(source.variant(1)).toBe(second)
    expect(() => source.variant(2)).toThrow('pack/lab has no variant 2')
  })

  test('starts where its files lie over the base world', () => {
    const world = startWorld(source.variant(1), 7)
    const files = world.hosts.get('base')?.files
    expect(files?.get('/home/candidate/notes/dev.txt')).toMatchObject({
      content: 'about dev\n',
      mode: 0o644,
      uid: 1000,
    })
    expect(files?.get('/home/candidate/notes')).toMatchObject({ kind: 'directory', uid: 1000 })
    expect(files?.get('/etc/hostname')).toMatchObject({ content: 'first\n', mode: 0o644, uid: 0 })
    expect(files?.changes()).toEqual([])
    expect(world.clock).toBe(7)
  })

  test('gives points for a guard only beside other points', () => {
    const one = source.variant(0)
    const world = startWorld(one, 7)
    const before = gradeLab(one, world)
    expect(before.verdicts.map(({ outcome, earned }) => [outcome.result, earned])).toEqual([
      ['miss', 0],
      ['pass', 0],
    ])
    expect(before).toMatchObject({ earned: 0, of: 3, solved: false })
    world.hosts
      .get('base')
      ?.files.set('/opt/a.txt', { ...{ kind: 'file', content: 'prod' }, ...{ mode: 0o644, uid: 0, gid: 0, mtime: 0 } })
    const after = gradeLab(one, world)
    expect(after.verdicts.map(({ earned }) => earned)).toEqual([2, 1])
    expect(after).toMatchObject({ earned: 3, of: 3, solved: true })
  })

  test('says what its author wants said on a miss', () => {
    const one = source.variant(0)
    expect(gradeLab(one, startWorld(one, 7)).verdicts[0]?.outcome.say).toBe('prod is not named yet.')
  })

  test('is not faulty when a check is: it counts neither for nor against', () => {
    const one = source.variant(0)
    const odd = {
      ...one,
      checks: one.checks.map(check => (check.id === 'up' ? { ...check, kind: 'nonsense' } : check)),
    }
    const report = gradeLab(odd, startWorld(one, 7))
    expect(report.verdicts[1]?.outcome.result).toBe('ungraded')
    expect(report).toMatchObject({ of: 2, solved: false })
  })
})
