import { expect, test } from 'vitest'
import type { LabProof, ProofRow, ProvedAttempt } from '#engine/grade/pack-view.ts'
import { type LiveProof, withRow } from './live-proof.ts'

const attempt = (file: string): ProvedAttempt => ({ file, variant: 1, expected: [], checks: {}, holds: true, say: [] })
const verdict = { holds: true, idle: 0, shortfalls: [], at: 7 }
const earlier: LabProof = { attempts: [attempt('old')], verdict }
const told = (lab: string, file: string): ProofRow => ({ kind: 'attempt', lab, ...attempt(file) })
const rows: readonly ProofRow[] = [
  { kind: 'begin', labs: ['a', 'b'], attempts: 3 },
  told('a', 'one'),
  told('a', 'two'),
  { kind: 'lab', lab: 'a', ...verdict },
  told('b', 'three'),
]
const all = (live: LiveProof, rows: readonly ProofRow[]) => rows.reduce(withRow, live)

test('an earlier proof of a lab goes with the first attempt of the new one', () => {
  const before: LiveProof = { labs: { a: earlier, b: earlier, c: earlier } }
  expect(all(before, rows.slice(0, 1)).labs).toEqual(before.labs)
  const after = all(before, rows.slice(0, 3))
  expect(after.labs).toEqual({ ...before.labs, a: { attempts: [attempt('one'), attempt('two')] } })
  expect(after.going).toEqual({ tried: 2, attempts: 3, begun: ['a'] })
  expect(all(before, rows).labs).toEqual({
    a: { attempts: [attempt('one'), attempt('two')], verdict },
    b: { attempts: [attempt('three')] },
    c: earlier,
  })
})

test('rows that are told again change nothing', () => {
  const once = all({ labs: {} }, rows)
  expect(all(once, rows)).toEqual(once)
})

test('the end says how it ended, until the next one begins', () => {
  const ended = withRow(all({ labs: {} }, rows), { kind: 'end', holds: false, cancelled: true })
  expect([ended.going, ended.ended]).toEqual([undefined, { holds: false, cancelled: true }])
  expect(all(ended, rows.slice(0, 1)).ended).toBeUndefined()
})
