import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { instructorState, isInstructor, signInAsInstructor, signOutAsInstructor } from './instructor.ts'
import { instructorCookie, sameToken, signInstructor, verifyInstructor } from './instructor-cookie.ts'
import { appointInstructors } from './instructors.ts'
import { instructorToken, onlyHere } from './start/instructor-settings.ts'

const jar = vi.hoisted(() => ({ held: new Map<string, { value: string; options: unknown }>() }))
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => jar.held.get(name),
    set: (name: string, value: string, options: unknown) => jar.held.set(name, { value, options }),
    delete: (name: string) => jar.held.delete(name),
  }),
}))
vi.mock('./learner-key.ts', () => ({ learnerKey: () => new Uint8Array(32).fill(7) }))

const token = 'a-word-for-the-harbour'
const key = new Uint8Array(32).fill(7)

test.each([
  ['127.0.0.1', true],
  ['127.8.9.10', true],
  ['::1', true],
  ['::ffff:127.0.0.1', true],
  ['0.0.0.0', false],
  ['::', false],
  ['192.168.1.20', false],
  ['fe80::1', false],
  ['::ffff:10.0.0.1', false],
  ['127.example.org', false],
  ['', false],
])('bound to %s is reached from this machine alone: %s', (address, expected) => {
  expect(onlyHere(address)).toBe(expected)
})

test.each([
  [undefined, undefined],
  ['', undefined],
  ['   ', undefined],
  ['sixteen-letters!', 'sixteen-letters!'],
  [' sixteen-letters!\n', 'sixteen-letters!'],
])('the token %j is taken as %j', (given, expected) => {
  expect(instructorToken({ BREAKWATER_INSTRUCTOR_TOKEN: given })).toBe(expected)
})

test('a short token is refused at the start, and not repeated', () => {
  const start = () => instructorToken({ BREAKWATER_INSTRUCTOR_TOKEN: 'fifteen-letters' })
  expect(start).toThrow('BREAKWATER_INSTRUCTOR_TOKEN is shorter than 16 characters')
  expect(start).not.toThrow('fifteen')
})

test.each([
  [token, true],
  [`${token}x`, false],
  [token.slice(1), false],
  ['', false],
])('%j is the token: %s', (given, expected) => {
  expect(sameToken(given, token)).toBe(expected)
})

const good = signInstructor(2000, token, key)
test.each([
  ['the signed value', good, 1999, true],
  ['the signed value when it has ended', good, 2000, false],
  ['a later end under this signature', good.replace('2000', '9000'), 1999, false],
  ['the value of another token', signInstructor(2000, 'another-word-for-it', key), 1999, false],
  ['another key’s signature', signInstructor(2000, token, new Uint8Array(32)), 1999, false],
  ['a signature cut short', good.slice(0, -1), 1999, false],
  ['nothing', undefined, 1999, false],
  ['an end that is no number', good.replace('2000', '2e9'), 1999, false],
])('%s', (_, value, now, expected) => {
  expect(verifyInstructor(value, token, key, now)).toBe(expected)
})

describe('who is an instructor', () => {
  beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }))
  afterEach(() => {
    vi.useRealTimers()
    jar.held.clear()
  })

  test('everybody, where only this machine is answered', async () => {
    appointInstructors({ everybody: true, token })
    expect([await instructorState(), await isInstructor()]).toEqual(['everybody', true])
  })

  test('nobody, where others are answered and there is no token', async () => {
    appointInstructors({ everybody: false })
    expect([await instructorState(), await isInstructor()]).toEqual(['closed', false])
    expect(await signInAsInstructor('')).toBe('wrong')
    expect(jar.held.size).toBe(0)
  })

  test('who exchanged the token, until its cookie ends or is given back', async () => {
    appointInstructors({ everybody: false, token })
    expect([await instructorState(), await isInstructor()]).toEqual(['out', false])
    expect(await signInAsInstructor('not-the-word-of-it')).toBe('wrong')
    expect(await isInstructor()).toBe(false)
    expect(await signInAsInstructor(` ${token} `)).toBe('in')
    expect([await instructorState(), await isInstructor()]).toEqual(['in', true])
    expect(jar.held.get(instructorCookie.name)?.options).toMatchObject({ httpOnly: true, sameSite: 'strict' })
    vi.advanceTimersByTime((instructorCookie.maxAge - 1) * 1000)
    expect(await isInstructor()).toBe(true)
    vi.advanceTimersByTime(1000)
    expect(await isInstructor()).toBe(false)
    await signInAsInstructor(token)
    await signOutAsInstructor()
    expect(await isInstructor()).toBe(false)
  })

  test('after ten guesses even the right one has to wait', async () => {
    appointInstructors({ everybody: false, token })
    for (let guess = 0; guess < 10; guess++) expect(await signInAsInstructor(`guess ${guess}`)).toBe('wrong')
    expect(await signInAsInstructor(token)).toBe('often')
    vi.advanceTimersByTime(6_000)
    expect(await signInAsInstructor(token)).toBe('in')
  })

  test('another token makes the cookies of the old one worthless', async () => {
    appointInstructors({ everybody: false, token })
    await signInAsInstructor(token)
    appointInstructors({ everybody: false, token: 'another-word-for-it' })
    expect(await instructorState()).toBe('out')
  })
})
