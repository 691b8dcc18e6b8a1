import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { generator } from '../fixtures/generator.ts'
import { readResourceName } from './config.ts'
import { type Decider, decideRead, decideWrite, type Stored } from './decide.ts'
import { encryptionFindings } from './finding-codes.ts'
import { readEncryptionConfig } from './read.ts'

const text = (name: string) => readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8')
const inJson = (resources: unknown) =>
  JSON.stringify({ apiVersion: 'apiserver.config.k8s.io/v1', kind: 'EncryptionConfiguration', resources })

const cases = fixtureCases(text('findings'))

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refusal, value } = readEncryptionConfig(text)
    const placed = findings.map(({ code, range }) => `${code} ${JSON.stringify(lineColumn(text, range?.start ?? 0))}`)
    const wanted = expected.map(({ code, line, column }) => `${code} ${JSON.stringify({ line, column })}`)
    expect(placed.sort()).toEqual(wanted.sort())
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
    expect(value === undefined).toBe(refusal !== undefined)
  })

  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(encryptionFindings).filter(code => !shown.has(code))).toEqual([])
  })
})

describe('fixtures/refusals.yaml', () => {
  const shape = z.array(
    z.strictObject({
      name: z.string(),
      text: z.string().optional(),
      resources: z.unknown().optional(),
      reloads: z.boolean().default(false),
      kmsV1: z.boolean().default(false),
      error: z.string().optional(),
    }),
  )
  it.each(shape.parse(parse(text('refusals'))))('$name', ({ text: written, resources, reloads, kmsV1, error }) => {
    const read = readEncryptionConfig(written ?? inJson(resources), { path: 'e.yaml', reloads, kmsV1 })
    expect(read.refusal).toBe(error)
  })
})

describe('fixtures/decisions.yaml', () => {
  const shape = z.array(
    z.strictObject({
      name: z.string(),
      entries: z.unknown(),
      writes: z.record(z.string(), z.string()).default({}),
      reads: z
        .array(
          z.strictObject({
            resource: z.string(),
            stored: z.string(),
            read: z.string().optional(),
            stale: z.boolean().default(false),
            error: z.string().optional(),
          }),
        )
        .default([]),
    }),
  )
  it.each(shape.parse(parse(text('decisions'))))('$name', ({ entries, writes, reads }) => {
    const { value } = readEncryptionConfig(inJson(entries))
    if (!value) throw new Error('The file was refused.')
    for (const [resource, wanted] of Object.entries(writes)) {
      const { prefix = 'as it is', by } = decideWrite(value, readResourceName(resource))
      expect(`${prefix}${by ? `, ${placeOf(by)}` : ''}`, resource).toBe(wanted)
    }
    for (const { resource, stored, read, stale, error } of reads) {
      const decision = decideRead(value, readResourceName(resource), storedAs(stored))
      if (!decision.isReadable) expect(decision.error, stored).toBe(error)
      else {
        expect(decision.by ? placeOf(decision.by) : 'without an entry', stored).toBe(read)
        expect(decision.isStale, stored).toBe(stale)
      }
    }
  })
})

function placeOf({ provider }: Decider): string {
  return `by ${provider.path.join('.')}`
}

/** `plaintext`, `kms <name>`, `<cipher> <name of the key> <key>`. */
function storedAs(written: string): Stored {
  const [form = '', name = '', key = ''] = written.split(' ')
  if (form === 'kms') return { form, name }
  const secret = Buffer.from(key).toString('hex')
  if (form === 'aescbc' || form === 'aesgcm' || form === 'secretbox') return { form, key: { name, secret } }
  return { form: 'plaintext' }
}

it('never throws, whatever stands in a file', () => {
  const { one, next, times } = generator(35)
  const [whole] = cases
  const original = whole?.text ?? ''
  const parts: [string, ...string[]] = [
    '"',
    '{',
    '[',
    '- ',
    ':',
    '\n',
    '  ',
    '*',
    '&a ',
    'resources',
    'null',
    '\u0000',
    '0',
    'identity: {}',
  ]
  for (const _ of times(120, () => 0)) {
    const at = next(original.length)
    const broken = original.slice(0, at) + one(parts) + original.slice(at + next(8))
    const { findings, refusal } = readEncryptionConfig(broken)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
  }
})

it('reads a file of many entries in one go', () => {
  const entries = Array.from({ length: 4000 }, () => ({
    resources: ['secrets', 'pods'],
    providers: [{ identity: {} }],
  }))
  const { value } = readEncryptionConfig(inJson(entries))
  expect(value && decideWrite(value, readResourceName('secrets')).prefix).toBeUndefined()
  expect(value?.entries).toHaveLength(4000)
})
