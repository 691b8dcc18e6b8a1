import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import type { Finding } from '../../yaml/finding.ts'
import { lineColumn } from '../../yaml/place.ts'
import { rules } from '../pod-security/rules.ts'
import { podAdvice } from './advice.ts'
import { podFindings, securityCodes } from './finding-codes.ts'
import { podManifestFindings } from './read.ts'

const casesOf = (name: string) => fixtureCases(readFileSync(new URL(`fixtures/${name}.yaml`, import.meta.url), 'utf8'))
const [findings, advice] = [casesOf('findings'), casesOf('advice')]
/** In the order of the text. */
const placed = (text: string, found: readonly Finding[]) =>
  found.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) })).sort((a, b) => a.line - b.line)

describe('fixtures/findings.yaml', () => {
  it.each(findings)('$title', ({ text, expected }) => {
    expect(placed(text, podManifestFindings(text))).toEqual(expected)
  })
})

// A short example is advised of other things as well: each case is about the code that its title begins with.
describe('fixtures/advice.yaml', () => {
  it.each(advice)('$title', ({ title, text, expected }) => {
    const [code] = title.split(' ')
    const found = podAdvice(text).filter(it => it.code === code)
    expect(placed(text, found)).toEqual(expected)
    expect(expected.length > 0).toBe(!title.endsWith('put right'))
  })
})

it('has a failing case for every code', () => {
  const shown = new Set([...findings, ...advice].flatMap(({ expected }) => expected.map(({ code }) => code)))
  expect(Object.keys(podFindings).filter(code => !shown.has(code))).toEqual([])
})

it('has a code for every check of the Pod Security Standards, with the weight of its level', () => {
  expect(Object.keys(securityCodes).sort()).toEqual(rules.map(({ id }) => id).sort())
  const weights = rules.map(({ id, level }) => [id, level === 'baseline' ? 'warning' : 'info'])
  expect(Object.entries(securityCodes).map(([id, code]) => [id, podFindings[code]])).toEqual(
    expect.arrayContaining(weights),
  )
})

describe('a Pod that the kubelet reads itself', () => {
  const text =
    'apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers: [{ name: a, image: b, root: no }]\n'

  it('loses fields that are not known', () => {
    expect(podManifestFindings(text, true).map(({ code, severity }) => [code, severity])).toEqual([
      ['pod-unknown-field', 'warning'],
    ])
    expect(podManifestFindings(text)[0]?.severity).toBe('error')
  })
})

it('points at every container that breaks a check', () => {
  const container = (name: string) => `    - { name: ${name}, image: a:1, securityContext: { privileged: true } }\n`
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n${['a', 'b'].map(container).join('')}`
  const found = podAdvice(text).filter(({ code }) => code === 'pod-security-privileged')
  expect(found.map(({ path }) => path)).toEqual([
    ['spec', 'containers', 0, 'securityContext', 'privileged'],
    ['spec', 'containers', 1, 'securityContext', 'privileged'],
  ])
})
