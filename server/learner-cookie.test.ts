import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { newLearner, signLearner, verifyLearner } from './learner-cookie.ts'
import { readOrMakeKey } from './learner-key.ts'

const key = new Uint8Array(32).fill(7)
const id = 'AAAAAAAAAAAAAAAAAAAAAA'
const good = signLearner(id, key)

test.each([
  ['the signed value', good, id],
  ['nothing', undefined, undefined],
  ['an id alone', id, undefined],
  ['another id with this signature', `BAAAAAAAAAAAAAAAAAAAAA${good.slice(22)}`, undefined],
  ['another key’s signature', signLearner(id, new Uint8Array(32)), undefined],
  ['a signature cut short', good.slice(0, -1), undefined],
  ['something behind it', `${good}x`, undefined],
  ['two of them', `${good}.${good}`, undefined],
  ['prototype keys', '__proto__.__proto__', undefined],
])('%s', (_name, value, expected) => {
  expect(verifyLearner(value, key)).toBe(expected)
})

test('ids are new each time and can be signed', () => {
  const one = newLearner()
  expect(verifyLearner(signLearner(one, key), key)).toBe(one)
  expect(newLearner()).not.toBe(one)
})

test('the key is made once, for its owner only, and a broken one is not overwritten', () => {
  const folder = mkdtempSync(join(tmpdir(), 'breakwater-key-'))
  try {
    const made = readOrMakeKey(folder)
    expect(made).toHaveLength(32)
    expect(readOrMakeKey(folder)).toEqual(made)
    const file = join(folder, 'learner.key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(existsSync(`${file}.${process.pid}`)).toBe(false)
    writeFileSync(file, 'nonsense')
    expect(() => readOrMakeKey(folder)).toThrow('holds no key')
    expect(readFileSync(file, 'utf8')).toBe('nonsense')
  } finally {
    rmSync(folder, { recursive: true })
  }
})
