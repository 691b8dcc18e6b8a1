import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { detail } from '../cli/report-text.ts'
import { gradeCase, kindCases, kindFixtures } from '../engine/grade/fixtures/kind-cases.ts'
import { kinds } from '../engine/grade/kinds.ts'
import { schemaSentences } from '../engine/grade/schema-sentence.ts'
import { generatedFrom, pageOf, type ShownCase, writtenChecks } from './check-page/page.ts'

/**
 * `docs/checks/<kind>.md` tells authors of labs what a kind of check asks and what it says on a miss. The text above is
 * written by hand; keys come from the kind's schema, and examples are cases of its fixtures that are graded here.
 */
const folder = 'docs/checks'
const guide = readFileSync('docs/writing-a-lab.md', 'utf8')

describe.each([...kinds])('%s', (name, kind) => {
  const cases = kindCases(name)
  const checks = writtenChecks(readFileSync(path.join(kindFixtures, `${name}.yaml`), 'utf8'), name)
  const all = cases.map((it, at): ShownCase => {
    const report = it.fault === undefined ? detail(gradeCase(name, it)).join('\n').trimEnd() : ''
    return { it, check: checks[at] ?? '', report }
  })
  const shown = all.filter(({ it }) => it.shown !== undefined)
  const page = path.join(folder, `${name}.md`)
  const generated = pageOf(
    kind,
    shown,
    all.filter(({ it }) => it.fault !== undefined),
  )
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  const [byHand = ''] = text.split(generatedFrom)
  if (process.env.UPDATE) writeFileSync(page, `${byHand.trimEnd()}\n\n${generated}\n`)

  test('the page is as schema and grader are: UPDATE=1 npx vitest run test/check-pages.test.ts', () => {
    expect(readFileSync(page, 'utf8')).toBe(`${byHand.trimEnd()}\n\n${generated}\n`)
  })

  test('what is written by hand begins with its name, and says something', () => {
    expect(byHand.startsWith(`# ${name}\n\n`)).toBe(true)
    expect(byHand.length).toBeGreaterThan(200)
  })

  test('its checks are as the schema says', () => {
    const written = [...byHand.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, yaml = '']) => parse(yaml))
    expect(written.length).toBeGreaterThan(0)
    const checks = written.map(it => z.record(z.literal(name), z.unknown()).parse(it)[name])
    expect(checks.flatMap(check => schemaSentences(kind.schema, check))).toEqual([])
    expect(checks.flatMap(check => kind.faults(check, new Map()))).toEqual([])
  })

  test('what is shown is a miss', () => {
    expect(shown.length).toBeGreaterThan(0)
    expect(shown.filter(({ it }) => it.result !== 'miss').map(({ it }) => it.name)).toEqual([])
  })

  test('every row of its tables has a sentence and an example', () => {
    const rows = generated.split('\n').filter(line => /^\| `/.test(line))
    expect(rows.filter(row => !/^\| .+ \| .+\. \| `.+` \|$/.test(row))).toEqual([])
    expect(rows.length).toBeGreaterThan(0)
  })

  test('every key has an example', () => {
    const schema = z.object({ properties: z.record(z.string(), z.unknown()) }).parse(z.toJSONSchema(kind.schema))
    const used = new Set(shown.flatMap(({ it }) => Object.keys(z.record(z.string(), z.unknown()).parse(it.check))))
    expect(Object.keys(schema.properties).filter(key => !used.has(key))).toEqual([])
  })

  test('the guide leads there', () => {
    expect(guide).toContain(`(checks/${name}.md)`)
  })
})

test('every page belongs to a kind', () => {
  expect(readdirSync(folder).sort()).toEqual([...kinds.keys()].map(name => `${name}.md`).sort())
})
