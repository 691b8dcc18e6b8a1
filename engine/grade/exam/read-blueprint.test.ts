import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { blueprintSchema } from './blueprint-schema.ts'
import { readBlueprint } from './read-blueprint.ts'

const fixtures = z.strictObject({
  exam: z.string(),
  labs: z.record(z.string(), z.tuple([z.string(), z.enum(['direct', 'careful', 'hard'])])),
  cases: z.array(
    z.strictObject({
      name: z.string(),
      /** Instead of the exam. */
      text: z.string().optional(),
      /** Replaced in it. */
      replace: z.record(z.string(), z.string()).default({}),
      /** "file:line: message" */
      finds: z.array(z.string()),
    }),
  ),
})
const read = readFileSync(join(import.meta.dirname, 'read-blueprint.yaml'), 'utf8')
const { exam, labs: listed, cases } = fixtures.parse(parse(read))
const labs = Object.entries(listed).map(([id, [domain, difficulty]]) => {
  return { id, domain, difficulty, points: 5, variants: 2 }
})

describe('reading an exam', () => {
  test.each(cases)('$name', ({ text = exam, replace, finds }) => {
    let changed = text
    for (const [from, to] of Object.entries(replace)) {
      expect(changed).toContain(from)
      changed = changed.replace(from, () => to)
    }
    const result = readBlueprint({ id: 'an', file: 'an.yaml', text: changed }, labs)
    const findings = 'findings' in result ? result.findings : []
    const said = findings.map(({ file, line, message }) => `${file}${line === undefined ? '' : `:${line}`}: ${message}`)
    expect(said).toEqual(finds)
    expect('blueprint' in result).toBe(finds.length === 0)
  })

  test('gives what the file says, and its id', () => {
    const result = readBlueprint({ id: 'an', file: 'an.yaml', text: exam }, labs)
    expect(result).toEqual({
      blueprint: {
        id: 'an',
        title: 'Three tasks',
        summary: 'One of each.',
        minutes: 20,
        pass: 60,
        tasks: [{ lab: 'cks/logs' }, { draw: { count: 2, from: { domain: ['system-hardening'] } } }],
        weights: [50, 25, 25],
      },
    })
  })

  test('says 67 per cent and by points where the file does not', () => {
    const text = 'title: A\nminutes: 5\ntasks: [{ lab: cks/logs }]\n'
    expect(readBlueprint({ id: 'a', file: 'a.yaml', text }, labs)).toMatchObject({
      blueprint: { pass: 67, weights: 'by-points', summary: '' },
    })
  })
})

test('every key of an exam is described', () => {
  const bare: string[] = []
  const walk = (node: unknown, at: string) => {
    if (typeof node !== 'object' || node === null) return
    const properties: unknown = Reflect.get(node, 'properties')
    for (const [key, one] of Object.entries(properties ?? {})) {
      if (!Reflect.get(one, 'description')) bare.push(`${at}${key}`)
      walk(one, `${at}${key}.`)
    }
    walk(Reflect.get(node, 'items'), at)
  }
  const schema = z.toJSONSchema(blueprintSchema, { io: 'input' })
  walk(schema, '')
  expect(Object.keys(schema.properties ?? {})).toEqual(['title', 'summary', 'minutes', 'pass', 'tasks', 'weights'])
  expect(bare).toEqual([])
})
