import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { gradeCase, kindCases, kindFixtures } from './fixtures/kind-cases.ts'
import { kinds } from './kinds.ts'
import type { CounterExample } from './report.ts'
import { schemaSentences } from './schema-sentence.ts'

describe.each([...kinds.keys()])('%s', name => {
  const kind = kinds.get(name)
  const own = kindCases(name)

  test.each(own)('$name', it => {
    const probes = new Map(Object.entries(it.probes))
    const faults = [
      ...schemaSentences(kind?.schema ?? z.never(), it.check).map(({ message }) => message),
      ...(kind?.schema.safeParse(it.check).success ? kind.faults(it.check, probes).map(({ message }) => message) : []),
    ]
    expect(faults[0]).toBe(it.fault)
    if (it.fault !== undefined) return
    const { outcome } = gradeCase(name, it)
    expect(outcome.result, outcome.say).toBe(it.result)
    if (it.say !== undefined) expect(outcome.say).toBe(it.say)
    if (it.examples === undefined || outcome.result !== 'miss') return
    expect(outcome.examples.length).toBe(it.examples.length)
    for (const [index, wanted] of it.examples.entries()) {
      const example = outcome.examples[index]
      expect(example && shown(example)).toMatchObject(wanted)
    }
  })

  test('has a fixture for each result', () => {
    const results = own.map(({ result }) => result)
    expect(results).toContain('pass')
    expect(results).toContain('miss')
    expect(results).toContain('ungraded')
  })
})

test('every file of fixtures belongs to a kind', () => {
  expect(readdirSync(kindFixtures).map(file => file.replace(/\.yaml$/, ''))).toEqual([...kinds.keys()].sort())
})

test('every file of a kind is listed', () => {
  const files = readdirSync(join(import.meta.dirname, 'kinds')).filter(file => file.endsWith('.ts'))
  expect(files.map(file => file.replace(/\.ts$/, ''))).toEqual([...kinds.keys()].sort())
})

function shown({ pairs, decidedBy }: CounterExample) {
  const place = decidedBy?.place
  return {
    pairs: Object.fromEntries(pairs.map(({ label, value }) => [label, value])),
    decidedBy: decidedBy?.text,
    at: place && `${place.host}:${place.path}:${place.line}`,
    lit: decidedBy?.lit,
  }
}
