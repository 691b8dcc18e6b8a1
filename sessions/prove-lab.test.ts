import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { loadLab } from '#engine/grade/load-lab.ts'
import { builtInLabs } from '#packs/library.ts'
import { readPack } from '#packs/read-pack.ts'
import { demands, proveLab } from './prove-lab.ts'

const library = await builtInLabs()
const example = await readPack('docs/example-pack')

test('the example pack can be read', () => {
  expect(example.findings).toEqual([])
  expect(example.labs.length).toBe(2)
})

describe('every built-in lab holds, and those of the example pack', () => {
  test.each([...library.labs, ...example.labs].map(source => [source.id, source] as const))(
    '%s',
    { timeout: 120_000 },
    async (_, source) => {
      const { attempts, shortfalls } = await proveLab(source)
      expect(shortfalls).toEqual([])
      expect(attempts.length).toBe(source.variants.length * source.variant(0).attempts.length)
    },
  )
})

const files = z.record(z.string(), z.string())
const fixtures = z.strictObject({
  lab: files,
  cases: z.array(
    z.strictObject({
      name: z.string(),
      /** Changed in the lab: file → text, or null when it is taken away. */
      files: z.record(z.string(), z.string().nullable()).default({}),
      replace: files.default({}),
      /** "demand file: message" */
      finds: z.array(z.string()),
    }),
  ),
})
const { lab, cases } = fixtures.parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/prove-lab.yaml'), 'utf8')))

describe('a lab that falls short', () => {
  test.each(cases)('$name', async ({ files, replace, finds }) => {
    const changed: Record<string, string> = { ...lab }
    for (const [file, text] of Object.entries(files))
      if (text === null) delete changed[file]
      else changed[file] = text
    for (const [from, to] of Object.entries(replace)) {
      expect(changed['lab.yaml']).toContain(from)
      changed['lab.yaml'] = (changed['lab.yaml'] ?? '').replace(from, () => to)
    }
    const { source, findings } = loadLab('pack/lab', changed)
    expect(findings).toEqual([])
    if (!source) throw new Error('no lab')
    const { shortfalls } = await proveLab(source)
    expect(shortfalls.map(({ demand, file, message }) => `${demand} ${file}: ${message}`)).toEqual(finds)
  })

  test('has a case for each demand', () => {
    const shown = new Set(cases.flatMap(({ finds }) => finds.map(it => it.split(' ')[0])))
    expect([...shown, 'readable'].sort()).toEqual(Object.keys(demands).sort())
  })
})
