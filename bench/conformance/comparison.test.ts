import { describe, expect, test } from 'vitest'
import { evaluators, unrecorded } from '#engine/eval/evaluators.ts'
import { type Comparison, compare, fields, listAt } from './comparison.ts'
import { comparisons } from './comparisons.ts'

const whole: Comparison = { decided: fields('ok'), worded: fields('error') }

describe('a line as one question', () => {
  test.each([
    ['equal', { ok: false, error: 'x' }, { ok: false, error: 'x' }, true, true],
    ['other words', { ok: false, error: 'x' }, { ok: false, error: 'y' }, true, false],
    ['another verdict', { ok: false, error: 'x' }, { ok: true, error: 'x' }, false, false],
    ['not decided', { ok: true }, { ok: true, undecided: 'not yet' }, false, false],
    ['no answer', { ok: true }, { error: 'broken' }, false, false],
    ['words that vary', { ok: false, error: 'x', varies: true }, { ok: false, error: 'y' }, true, true],
    ['a reason that varies', { ok: false, error: 'x', errorVaries: ['x', 'z'] }, { ok: false, error: 'y' }, true, true],
    ['a verdict that must not vary', { ok: false, unstable: true }, { ok: true }, false, false],
    [
      'the place of a scheme',
      { error: 'no kind in scheme "a.go:1"' },
      { error: 'no kind in scheme "b.go:2"' },
      true,
      true,
    ],
  ])('%s', (_, recorded, answer, decided, worded) => {
    expect(compare(whole, recorded, answer, 'id')).toMatchObject([{ id: 'id', decided, worded }])
  })
})

describe('several questions a line', () => {
  const each: Comparison = {
    each: listAt('probes'),
    asks: ({ ideal }) => ideal !== undefined,
    decided: fields('ideal'),
  }
  test('each is a case, asked for or not', () => {
    const recorded = { probes: [{ ideal: 1 }, { other: 2 }, { ideal: 3 }] }
    const got = compare(each, recorded, { probes: [{ ideal: 1 }, { ideal: 2 }, { ideal: 4 }] }, 'id')
    expect(got.map(({ id, decided }) => [id, decided])).toEqual([
      ['id[0]', true],
      ['id[2]', false],
    ])
  })
  test('an answer without a list answers none of them', () => {
    expect(compare(each, { probes: [{ ideal: 1 }] }, { error: 'refused' }, 'id')).toMatchObject([{ decided: false }])
  })
})

test.each([
  ['its text lacks what the answer holds', { text: 'a: 0xADDRESS', ok: true, json: '{"a":1}' }, true],
  ['a refusal stands, whatever number was there', { text: 'a: [0xADDRESS', ok: false, error: 'x' }, false],
  ['the mask is in the answer alone', { text: 'a: 0x1', ok: true, json: '{"a":"0xADDRESS"}' }, false],
])('a masked number: %s', (_, recorded, isLeftOut) => {
  const reason = comparisons['kubernetes/yaml-json']?.leftOut?.(recorded, {})
  expect(reason).toBe(isLeftOut ? 'the recording masks a number of its input' : undefined)
})

test('every kind that is answered is compared, if there is something to compare with', () => {
  const recorded = Object.keys(evaluators).filter(it => !unrecorded.includes(it))
  expect(Object.keys(comparisons).sort()).toEqual(recorded.sort())
})
