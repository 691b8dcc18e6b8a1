import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { generator } from '../fixtures/generator.ts'
import { compileNetworkPolicies } from '../network-policy/compile.ts'
import { readNetworkPolicies } from '../network-policy/read.ts'
import { compileRbac } from '../rbac/authorize.ts'
import { readRbac } from '../rbac/read.ts'
import { readManifests } from './manifests.ts'

const fixture = (kind: string) => readFileSync(new URL(`../${kind}/fixtures/findings.yaml`, import.meta.url), 'utf8')
const kindsIn = (text: string) => readManifests(text).map(it => ('refused' in it ? 'broken' : it.kind))

it.each([
  ['', []],
  ['# nothing', []],
  ['kind: A', ['A']],
  ['---\nkind: A\n---\nkind: B\n---\n', ['A', 'B']],
  ['kind: A\n--- # why\nkind: B', ['A', 'B']],
  ['---\n---\n---\nkind: A\n---', ['A']],
  ['--- { kind: A }\n', ['A']],
  ['{"kind": "A"}\n---\nkind: B', ['A', 'B']],
  ['kind: [\n---\nkind: B', ['broken', 'B']],
  ['{"kind": }\n---\nkind: B', ['broken', 'B']],
  ['kind: 5', ['']],
  ['- kind: A', ['']],
  [`kind: ${'a'.repeat(2_000_000)}`, ['broken']],
  [`{ "kind": "${'a'.repeat(2_000_000)}" }`, ['broken']],
])('splits a file as kubectl does: %#', (text, kinds) => {
  expect(kindsIn(text)).toEqual(kinds)
})

it('knows the places of fields in the file', () => {
  const text = 'kind: A\n---\nkind: B\nspec:\n- name: x\n'
  const [, second] = readManifests(text)
  if (!second || 'refused' in second) throw new Error('It was not read.')
  const at = (...path: readonly (string | number)[]) => {
    const { start, end } = second.rangeOf(path)
    return text.slice(start, end)
  }
  expect([at('kind'), at('spec', 0, 'name'), at('spec', 0, 'none')]).toEqual(['B', 'x', 'name: x'])
  expect(second.document).toBe(1)
})

it('reads whatever is typed without throwing, and points into the text', () => {
  const { next, one, times } = generator(31)
  const pieces = [
    '"',
    "'",
    '{',
    '}',
    '[',
    ']',
    ':',
    '-',
    '&a',
    '*a',
    '#',
    '\t',
    '\n',
    '|',
    '!!str',
    '0x',
    'é',
    '😀',
    '%',
    '---',
  ]
  for (const [kind, read] of [
    ['network-policy', readNetworkPolicies],
    ['rbac', readRbac],
  ] as const) {
    const source = fixture(kind)
    for (let round = 0; round < 400; round++) {
      const start = next(source.length)
      let text = source.slice(source.lastIndexOf('# ====', start), start + next(800))
      for (const _ of times(1 + next(5), () => 0)) {
        const place = next(text.length)
        text = text.slice(0, place) + one(['', ...pieces]) + text.slice(place + next(4))
      }
      const { findings, refused } = read(text)
      for (const { range } of findings) expect(range?.end ?? 0).toBeLessThanOrEqual(text.length)
      if (refused.length > 0) expect(findings.length).toBeGreaterThan(0)
    }
  }
  const { value = [] } = readNetworkPolicies(fixture('network-policy'))
  expect(() => compileNetworkPolicies(value, new Map())).not.toThrow()
  expect(() => compileRbac(readRbac(fixture('rbac')).value ?? { roles: [], bindings: [] })).not.toThrow()
})
