import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fallBelow, fallShort, raise, readBaseline } from './baseline.ts'
import { type Measured, measure } from './measure.ts'
import { recordingsIn } from './recordings.ts'

let folder = ''
const write = (file: string, lines: readonly unknown[]) => {
  mkdirSync(path.join(folder, path.dirname(file)), { recursive: true })
  writeFileSync(path.join(folder, file), lines.map(line => `${JSON.stringify(line)}\n`).join(''))
}
const measured = async (file: string): Promise<Measured> => {
  const recording = recordingsIn(folder).find(it => it.file === file)
  if (!recording) throw new Error(`${file} is not listed`)
  return measure(folder, recording)
}

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'breakwater-recordings-'))
  write('kubernetes/yaml-json.jsonl', [
    { id: 'right', text: 'a: 1', ok: true, json: '{"a":1}' },
    { id: 'otherwise', text: 'b: 2', ok: true, json: '{"b":3}' },
  ])
  writeFileSync(
    path.join(folder, 'kubernetes/quantity.jsonl'),
    '{"op": "parse", "text": "1", "ok": false}\n{"op": \n[1]\n{}\n',
  )
  write('kubernetes/something-new.jsonl', [{ id: 1 }, { id: 2 }, { id: 3 }])
  write('falco/conditions.jsonl', [{ cond: 'evt.type=open', ok: true }])
  write('shell/world.json', [])
  write('shell/notes/README.md', [])
})
afterAll(() => rmSync(folder, { recursive: true }))

test('every file is listed but what people read', () => {
  expect(recordingsIn(folder).map(({ file, isInput }) => [file, isInput])).toEqual([
    ['falco/conditions.jsonl', false],
    ['kubernetes/quantity.jsonl', false],
    ['kubernetes/something-new.jsonl', false],
    ['kubernetes/yaml-json.jsonl', false],
    ['shell/world.json', true],
  ])
})

test('what is answered is compared, and the first that differ are told', async () => {
  expect(await measured('kubernetes/yaml-json.jsonl')).toEqual({
    ...{ file: 'kubernetes/yaml-json.jsonl', cases: 2, decided: 1, worded: 1 },
    wanted: { decided: 100, worded: 99 },
    first: [{ id: 'otherwise', want: '{"ok":true,"json":{"b":3}}', got: '{"ok":true,"json":{"b":2}}' }],
  })
})

test('what cannot be answered has its lines as cases', async () => {
  const nothing = { decided: 0, worded: 0 }
  expect(await measured('kubernetes/something-new.jsonl')).toMatchObject({ ...nothing, cases: 3 })
  const asked = await measured('falco/conditions.jsonl')
  expect(asked).toMatchObject({
    ...nothing,
    cases: 1,
    note: 'events.jsonl is missing beside it, so nothing can be asked',
  })
  expect(await measured('shell/world.json')).toMatchObject({ ...nothing, cases: 0, wanted: { decided: null } })
})

test('lines that are broken are cases too', async () => {
  const { cases, decided, first } = await measured('kubernetes/quantity.jsonl')
  expect([cases, decided, first?.map(({ id }) => id)]).toEqual([4, 0, ['line 1', 'line 2', 'line 3']])
})

const figures = (decided: number, cases = 10): Measured => ({
  ...{ file: 'a/b.jsonl', cases, decided, worded: decided, wanted: { decided: 90, worded: null } },
})

test('a baseline is held by shares, whatever the number of cases', () => {
  const baseline = { 'a/b.jsonl': { cases: 10, decided: 8, worded: 8 } }
  expect(fallBelow(figures(8), baseline)).toBeUndefined()
  expect(fallBelow(figures(80, 100), baseline)).toBeUndefined()
  expect(fallBelow(figures(0, 0), baseline)).toBeUndefined()
  expect(fallBelow(figures(0), {})).toBeUndefined()
  expect(fallBelow({ ...figures(0), unasked: true }, baseline)).toBeUndefined()
  expect(fallBelow(figures(79, 100), baseline)).toBe(
    'a/b.jsonl is below the baseline: decided 79 of 100, but it was 8 of 10; worded 79 of 100, but it was 8 of 10.',
  )
  expect(fallShort(figures(9))).toBeUndefined()
  expect(fallShort(figures(8))).toBe('a/b.jsonl is below what is wanted: decided 8 of 10, wanted 90 %.')
})

test('a baseline only rises', () => {
  const file = path.join(folder, 'baseline.json')
  const before = { 'a/b.jsonl': { cases: 10, decided: 8, worded: 8 }, 'c/d.jsonl': { cases: 1, decided: 1, worded: 0 } }
  raise(file, before, [figures(7)])
  expect(readBaseline(file)).toEqual(before)
  raise(file, before, [figures(9)])
  expect(readBaseline(file)).toEqual({ ...before, 'a/b.jsonl': { cases: 10, decided: 9, worded: 9 } })
  expect(readFileSync(file, 'utf8').split('\n')[1]).toBe('  "a/b.jsonl": { "cases": 10, "decided": 9, "worded": 9 },')
})
