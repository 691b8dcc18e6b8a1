import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { admissionFindings } from './finding-codes.ts'
import { admissionConfigFindings } from './findings.ts'

const cases = fixtureCases(readFileSync(new URL('fixtures/findings.yaml', import.meta.url), 'utf8'))

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const found = admissionConfigFindings(text)
    expect(found.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))).toEqual(expected)
  })

  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(admissionFindings).filter(code => !shown.has(code))).toEqual([])
  })
})
