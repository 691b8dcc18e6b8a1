import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { falcoCodes } from './load/codes.ts'
import { readFalcoRules } from './read.ts'
import type { FalcoFinding } from './rule-set.ts'

const cases = fixtureCases(readFileSync(new URL('fixtures/findings.yaml', import.meta.url), 'utf8'))
const read = (text: string) => readFalcoRules([{ name: 'rules.yaml', text }])
const codesOf = (findings: readonly FalcoFinding[]) => findings.map(({ code }) => code)

describe('fixtures/findings.yaml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const placed = read(text).findings.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(placed).toEqual(expected)
  })

  it.each(cases)('$title: an error is what keeps Falco from starting', ({ text }) => {
    const { findings, files } = read(text)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(files.some(it => it.verdict === 'invalid'))
  })

  it('has a clean case, and a failing one for every code', () => {
    const shown = new Set([
      ...cases.flatMap(({ expected }) => expected.map(({ code }) => code)),
      'falco-condition-too-large',
    ])
    expect(Object.keys(falcoCodes).filter(code => !shown.has(code))).toEqual([])
    expect(cases.filter(({ expected }) => expected.length === 0).length).toBeGreaterThan(2)
  })
})

const rule = (condition: string) => `- rule: R\n  desc: d\n  condition: '${condition}'\n  output: x\n  priority: INFO\n`

describe('large files', () => {
  it('stops at parentheses nested too deep', () => {
    const { findings } = read(rule(`${'('.repeat(10_000)}evt.type = open`))
    expect(codesOf(findings)).toEqual(['falco-condition-too-large'])
  })

  it('stops at macros that multiply, and at lists that do', () => {
    const macros = Array.from({ length: 40 }, (_, i) => `- macro: m${i + 1}\n  condition: m${i} and m${i}\n`)
    const text = `- macro: m0\n  condition: evt.type = open\n${macros.join('')}${rule('m40')}`
    expect(codesOf(read(text).findings)).toEqual(['falco-condition-too-large'])
    const lists = Array.from({ length: 40 }, (_, i) => `- list: l${i}\n  items: ["l${i + 1} , l${i + 1}"]\n`)
    expect(read(`${lists.join('')}${rule('evt.type = open and proc.name in (l0)')}`).files).toHaveLength(1)
  })
})

describe('several files', () => {
  const first = {
    name: 'falco_rules.yaml',
    text: `- macro: spare\n  condition: evt.type = open\n${rule('evt.type = open')}`,
  }
  const local = {
    name: 'falco_rules.local.yaml',
    text: '- rule: R\n  condition: and spare\n  override:\n    condition: append\n',
  }

  it('load in order, and what a later one uses is used', () => {
    const { value, findings, files } = readFalcoRules([first, local])
    expect(findings).toEqual([])
    expect(files.map(({ verdict }) => verdict)).toEqual(['warnings', 'ok'])
    expect(value?.rules.map(({ name }) => name)).toEqual(['R'])
  })

  it('cannot be appended to before they are there', () => {
    const { findings } = readFalcoRules([local, first])
    expect(findings.map(({ code, file }) => [code, file])).toEqual([
      ['falco-not-defined-before', 'falco_rules.local.yaml'],
      ['falco-unused-macro', 'falco_rules.yaml'],
    ])
  })

  it('say which of them a fault is in', () => {
    const broken = {
      name: 'local.yaml',
      text: '- rule: R\n  condition: and proc.nme = a\n  override:\n    condition: append\n',
    }
    const { findings } = readFalcoRules([first, broken])
    const [fault] = findings.filter(({ code }) => code === 'falco-unknown-field')
    expect(fault).toMatchObject({
      file: 'local.yaml',
      data: { near: 'proc.name', falco: 'LOAD_ERR_COMPILE_CONDITION' },
    })
    expect(broken.text.slice(fault?.range?.start, fault?.range?.end)).toBe('proc.nme')
  })
})

it.each([
  '',
  '\u0000',
  '- ',
  '- rule: [',
  '%',
  '- {rule: {a: b}}',
  '---\n---\n...',
  '- *a',
  '\uFEFF- ~',
  '- macro: m\n  condition: "',
])('never throws: %j', text => {
  expect(read(text).files).toHaveLength(1)
})
