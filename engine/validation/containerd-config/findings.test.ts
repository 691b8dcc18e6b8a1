import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fixtureCases } from '../../yaml/caret-fixture.ts'
import { lineColumn } from '../../yaml/place.ts'
import { containerdFindings } from './finding-codes.ts'
import { lookUpHandler, shimOf } from './lookup.ts'
import { readContainerdConfig } from './read.ts'

const cases = fixtureCases(readFileSync(new URL('fixtures/findings.toml', import.meta.url), 'utf8'))

describe('fixtures/findings.toml', () => {
  it.each(cases)('$title', ({ text, expected }) => {
    const { findings, refusal } = readContainerdConfig(text)
    const placed = findings.map(({ code, range }) => ({ code, ...lineColumn(text, range?.start ?? 0) }))
    expect(placed).toEqual(expected)
    expect(findings.some(({ severity }) => severity === 'error')).toBe(refusal !== undefined)
  })

  it('has a failing case for every code, but the one for what is too large', () => {
    const shown = new Set(cases.flatMap(({ expected }) => expected.map(({ code }) => code)))
    expect(Object.keys(containerdFindings).filter(code => !shown.has(code))).toEqual(['containerd-too-large'])
  })
})

it('does not read what is too large', () => {
  const { findings, refusal, stops } = readContainerdConfig('#'.repeat(1024 * 1024 + 1))
  expect(findings.map(({ code }) => code)).toEqual(['containerd-too-large'])
  expect(refusal).toContain('larger than 1 MiB')
  expect(stops).toBeUndefined()
})

describe('texts', () => {
  it.each([
    [String.raw`"a\tb\u00e9\\"`, 'a\tb\u00e9\\'],
    [String.raw`'a\tb'`, String.raw`a\tb`],
    ['"""\na\\\n   b"""', 'ab'],
    ["'''a''''", "a'"],
  ])('%s', (written, meant) => {
    const { value } = readContainerdConfig(
      `version = 3\n[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.x]\nruntime_type = ${written}`,
    )
    expect(value?.runtimes.get('x')?.type).toBe(meant)
  })
})

it('says what containerd says of a handler that it does not have', () => {
  const { value } = readContainerdConfig('')
  if (!value) throw new Error('not read')
  expect(lookUpHandler(value, 'runsc')).toMatchObject({ error: 'no runtime for "runsc" is configured' })
  expect(lookUpHandler(value, '')).toMatchObject({ handler: 'runc', runtime: { type: 'io.containerd.runc.v2' } })
})

it.each([
  ['io.containerd.runsc.v1', { shim: 'containerd-shim-runsc-v1' }],
  ['/opt/shim', { shim: '/opt/shim' }],
  ['runsc', { error: expect.stringContaining('invalid runtime name runsc, correct runtime name') }],
])('finds the shim of %s', (type, shim) => {
  expect(shimOf(type)).toEqual(shim)
})

it('marks the line of each runtime, and looks for imports beside the file', () => {
  const text = `version = 3\nimports = ['conf.d/*.toml']\n[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes.x]\nruntime_type = 'a.b'\n`
  const { value } = readContainerdConfig(text, { path: '/etc/containerd/config.toml', find: asked => [asked] })
  const { range, typeRange } = value?.runtimes.get('x') ?? {}
  expect(lineColumn(text, range?.start ?? 0).line).toBe(3)
  expect(text.slice(typeRange?.start, typeRange?.end)).toBe("'a.b'")
  expect(value?.imported).toEqual(['/etc/containerd/conf.d/*.toml'])
})

it.each([
  // Each line is decoded before the next is read.
  [
    "version = '3'\nroot = ",
    'row 1 column 11: toml: cannot decode TOML string into struct field config.Config.Version of type int',
  ],
  ['version = true\n', 'row 1 column 11: toml: cannot assign boolean to a true'],
  ['imports = 2.5\n', 'row 1 column 11: toml: float cannot be assigned to slice'],
  // Bytes are taken for characters.
  ['version = 3 é', "row 1 column 13: toml: expected newline but got U+00C3 'Ã'"],
  ['version = 3 \u0007', 'row 1 column 13: toml: expected newline but got U+0007'],
  ['é = 3', 'row 1 column 1: toml: invalid character at start of key: Ã'],
  // A number is looked at where it is needed; what is no sign of one is left for later.
  ['version = 2_', 'row 1 column 12: toml: number cannot end with underscore'],
  ['oom_score = 007', "row 1 column 14: toml: expected newline but got U+0030 '0'"],
  ['version = .5', 'row 1 column 11: toml: float cannot start with a dot'],
  ['version = 1.2.3', 'row 1 column 14: toml: float can have at most one decimal point'],
  ['version = 0x_1', 'row 1 column 13: toml: number cannot start with underscore'],
  [
    '[plugins.a]\nb = [ 1e999 ]',
    'row 2 column 7: toml: unable to parse float: strconv.ParseFloat: parsing "1e999": value out of range',
  ],
  ['unknown = 5.\nversion = 3 3', "row 2 column 13: toml: expected newline but got U+0033 '3'"],
  ['version = 3\r', 'row 1 column 12: toml: windows new line expected'],
])('what containerd says of %j', (text, words) => {
  expect(readContainerdConfig(text).refusal).toBe(`failed to unmarshal TOML at ${words}`)
})

it.each([
  ["[Plugins.'io.containerd.cri.v1.runtime'.Containerd.Runtimes.x]", true],
  ["[plugins.'IO.containerd.cri.v1.runtime'.containerd.runtimes.x]", false],
])('fields are found in any case, plugins are not: %s', (header, isFound) => {
  expect(readContainerdConfig(`version = 3\n${header}\nruntime_type = 'a.b'\n`).value?.runtimes.has('x')).toBe(isFound)
})
