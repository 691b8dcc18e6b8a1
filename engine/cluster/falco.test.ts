import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { readFalcoRules } from '../validation/falco/read.ts'
import { linesOf } from '../yaml/place.ts'
import { falcoOn } from './falco.ts'
import { configured } from './fixtures/configured.ts'

const cases = z
  .array(
    z.strictObject({
      name: z.string(),
      host: z.string().default('node01'),
      /** Path → text on node01; null for a directory. */
      change: z.record(z.string(), z.string().nullable()).default({}),
      is: z.enum(['running', 'stopped', 'undecided']),
      /** The rule files that it reads. */
      files: z.array(z.string()).optional(),
      /** Some of what falco.yaml says of alerts. */
      settings: z.record(z.string(), z.unknown()).default({}),
      words: z.string().optional(),
      /** The line that is to blame. */
      line: z.string().optional(),
    }),
  )
  .parse(parse(readFileSync(join(import.meta.dirname, 'fixtures/falco.yaml'), 'utf8')))

test.each(cases)('$name', ({ host, change, is, files, settings, words, line }) => {
  const falco = falcoOn(configured({ files: { node01: change } }), host)
  expect(falco.is).toBe(is)
  if (falco.is === 'running') {
    expect(falco.files.map(({ name }) => name)).toEqual(files)
    expect(falco.settings).toMatchObject(settings)
  }
  if (falco.is !== 'stopped') return
  const { failure } = falco
  if (words !== undefined) expect(failure.words).toBe(words)
  const place = failure.range && linesOf(failure.text, failure.range).line
  if (line !== undefined) expect(failure.text.split('\n')[(place ?? 0) - 1]?.trim()).toBe(line)
})

test('the rules that come with Falco are taken without a word', () => {
  const falco = falcoOn(configured({}), 'node01')
  const { value, findings } = readFalcoRules(falco.is === 'running' ? falco.files : [])
  expect(value?.rules.length).toBeGreaterThan(40)
  expect(findings).toEqual([])
})
