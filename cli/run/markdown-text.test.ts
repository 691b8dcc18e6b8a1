import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { markdownText } from './markdown-text.ts'

const cases = z
  .array(z.strictObject({ name: z.string(), markdown: z.string(), text: z.string() }))
  .parse(parse(readFileSync(join(import.meta.dirname, '../fixtures/markdown.yaml'), 'utf8')))

test.each(cases)('$name', ({ markdown, text }) => {
  expect(`${markdownText(markdown, 40)}\n`).toBe(text)
})
