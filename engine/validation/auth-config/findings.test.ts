import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { authenticationFindingsOf } from './authentication-findings.ts'
import { authorizationFindingsOf } from './authorization-findings.ts'
import { authenticationFindings, authorizationFindings } from './finding-codes.ts'

const kinds = [
  {
    name: 'authentication',
    codes: authenticationFindings,
    read: (text: string) => authenticationFindingsOf(text, '/a'),
  },
  { name: 'authorization', codes: authorizationFindings, read: authorizationFindingsOf },
].map(kind => {
  const text = readFileSync(new URL(`fixtures/${kind.name}-findings.yaml`, import.meta.url), 'utf8')
  return { ...kind, cases: fixtureCases(text) }
})

describe.each(kinds)('fixtures/$name-findings.yaml', ({ codes, read, cases }) => {
  it.each(cases)('$title', ({ text, expected }) => {
    const found = read(text).map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(found).toEqual(expected)
  })

  it('has a failing case for every code', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(codes).filter(code => !shown.has(code))).toEqual([])
  })
})
