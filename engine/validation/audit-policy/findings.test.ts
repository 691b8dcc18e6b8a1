import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import type { Finding } from '../../yaml/finding.ts'
import { lineColumn } from '../../yaml/place.ts'
import { readAuditPolicy } from './read.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const cases = fixtureCases(readFileSync(`${here}fixtures/findings.yaml`, 'utf8'))

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    expect(readAuditPolicy(text).findings.map(finding => placed(text, finding))).toEqual(expected)
  })

  it.each(cases)('$title: an error is what keeps the API server from starting', ({ text }) => {
    const { findings, refusal, value } = readAuditPolicy(text)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
    if (refusal === undefined) expect(value?.rules.length).toBeGreaterThan(0)
  })

  it('has a clean case, and a failing one for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    const sources = readdirSync(here, { recursive: true, encoding: 'utf8' }).filter(isSource)
    const codes = sources.flatMap(name => codesIn(readFileSync(`${here}${name}`, 'utf8')))
    expect(codes.length).toBeGreaterThan(20)
    expect([...new Set(codes)].filter(code => !shown.has(code))).toEqual([])
    expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(2)
  })
})

/** `request.ts` reads what lab authors write; its findings have fixtures of their own. */
function isSource(name: string): boolean {
  return name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'request.ts'
}

function codesIn(source: string): readonly string[] {
  return [...source.matchAll(/\bcode: '([a-z-]+)'|placed\('([a-z-]+)'/g)].map(([, a, b]) => a ?? b ?? '')
}

function placed(text: string, { code, range }: Finding) {
  return { code, ...lineColumn(text, range?.start ?? 0) }
}
