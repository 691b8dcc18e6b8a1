import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { generator } from '../fixtures/generator.ts'
import { effectiveSetting } from './effective.ts'
import { kubeletFindings } from './finding-codes.ts'
import { cleanPath } from './paths.ts'
import { readKubeletConfig } from './read.ts'

const text = (name: string) => readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
const inJson = (config: object) =>
  JSON.stringify({ apiVersion: 'kubelet.config.k8s.io/v1beta1', kind: 'KubeletConfiguration', ...config })

const cases = fixtureCases(text('findings'))

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refusal } = readKubeletConfig(text)
    const placed = findings.map(({ code, range }) => `${code} ${JSON.stringify(lineColumn(text, range?.start ?? 0))}`)
    const wanted = expected.map(({ code, line, column }) => `${code} ${JSON.stringify({ line, column })}`)
    expect(placed.sort()).toEqual(wanted.sort())
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
    for (const { code, severity } of findings) expect(Object.entries(kubeletFindings)).toContainEqual([code, severity])
  })

  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(kubeletFindings).filter(code => !shown.has(code))).toEqual([])
  })
})

describe('fixtures/refusals.yaml', () => {
  const shape = z.array(
    z.strictObject({
      name: z.string(),
      text: z.string().optional(),
      config: z.looseObject({}).default({}),
      when: z.enum(['loading', 'validating', 'running']).optional(),
      words: z.string().optional(),
    }),
  )
  it.each(shape.parse(parse(text('refusals'))))('$name', ({ text: written, config, when, words }) => {
    const { refusal } = readKubeletConfig(written ?? inJson(config))
    expect({ when: refusal?.when, words: refusal?.words }).toEqual({ when, words })
  })
})

describe('fixtures/effective.yaml', () => {
  const shape = z.array(
    z.strictObject({
      name: z.string(),
      config: z.looseObject({}),
      effective: z.record(z.string(), z.tuple([z.unknown(), z.enum(['file', 'default'])])),
    }),
  )
  it.each(shape.parse(parse(text('effective'))))('$name', ({ config, effective }) => {
    const reading = readKubeletConfig(inJson(config), '/etc/node/kubelet.yaml')
    for (const [field, [value, from]] of Object.entries(effective)) {
      const setting = effectiveSetting(reading, field.split('.'))
      const shown = ['bigint', 'undefined'].includes(typeof setting?.value) ? String(setting?.value) : setting?.value
      expect({ value: shown, from: setting?.from }, field).toEqual({ value, from })
      expect(setting?.range !== undefined, field).toBe(from === 'file')
    }
  })

  it('tells nothing of fields that there are not', () => {
    const reading = readKubeletConfig(inJson({}))
    expect(effectiveSetting(reading, ['authentication', 'password'])).toBeUndefined()
    expect(effectiveSetting(readKubeletConfig('{'), ['port'])).toBeUndefined()
  })
})

it.each([
  ['/a//b/./c/../d/', '/a/b/d'],
  ['/../a', '/a'],
  ['a/../../b', '../b'],
  ['/', '/'],
  ['a/..', '.'],
])('cleans the path %s', (path, clean) => {
  expect(cleanPath(path)).toBe(clean)
})

it('logs what has no effect', () => {
  const { logged, value } = readKubeletConfig(inJson({ 'read-only-port': 0 }))
  expect(logged).toEqual([
    '"Using lenient decoding as strict decoding failed" err="strict decoding error: unknown field \\"read-only-port\\""',
  ])
  expect(value?.readOnlyPort).toBe(0)
})

it('never throws, whatever stands in a file', () => {
  const { one, next, times } = generator(135)
  const original = cases[0]?.text ?? ''
  const parts: [string, ...string[]] = ['"', '{', '[', '- ', ':', '\n', '  ', '*', '-1', '9e99', 'null', '\u0000', '0']
  for (const _ of times(120, () => 0)) {
    const at = next(original.length)
    const broken = original.slice(0, at) + one(parts) + original.slice(at + next(8))
    const { findings, refusal } = readKubeletConfig(broken)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
  }
})
