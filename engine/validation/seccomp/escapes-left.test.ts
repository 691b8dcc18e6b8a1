import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compileSeccompProfile } from './decide.ts'
import { runtimeDefaultProfile } from './default-profile.ts'
import { escapeCalls } from './escape-calls.ts'
import { escapesLeft } from './escapes-left.ts'
import type { Arch } from './profile.ts'
import { readSeccompProfile } from './read.ts'
import { isSyscall } from './syscalls.ts'

const cases = z
  .array(
    z.strictObject({
      title: z.string(),
      arch: z.enum(['x86_64', 'aarch64']).default('x86_64'),
      profile: z.unknown(),
      /** Only these are looked at. */
      calls: z.array(z.string()).optional(),
      left: z.array(z.string()),
    }),
  )
  .parse(parse(readFileSync(new URL('escapes-left.yaml', import.meta.url), 'utf8')))

test.each(cases)('$title', ({ arch, profile, calls, left }) => {
  const { value } = readSeccompProfile(JSON.stringify(profile), arch)
  if (!value) throw new Error('the profile cannot be read')
  const there = (escapesLeft(value, { arch }) ?? []).filter(it => calls?.includes(it.syscall) ?? true)
  expect(
    there.map(({ syscall, openings }) => {
      const places = openings.map(it => {
        const hex = it.args.map(arg => `0x${arg.toString(16)}`).join(', ')
        return `${it.arch}${it.through ? ` ${it.through}` : ''} ${it.passes} (${hex})`
      })
      return `${syscall}: ${places.join(' | ')}`
    }),
  ).toEqual(left)
  // What is said to go through does.
  const compiled = compileSeccompProfile(value, { arch })
  for (const it of there.flatMap(({ openings }) => openings)) {
    const table: Arch = it.arch === 'x32' ? 'x86_64' : it.arch
    expect(compiled.decideNumber(table, it.number, it.args)).toEqual(it.decision)
  }
})

test('conditions that are too many are said to be unknown', () => {
  const syscalls = Array.from({ length: 1000 }, (_, at) => ({
    names: ['bpf'],
    action: 'SCMP_ACT_ERRNO',
    args: [{ index: BigInt(at % 6), value: BigInt(at) << 20n, valueTwo: BigInt(at), op: 'SCMP_CMP_LT' }],
  }))
  const head = { defaultAction: 'SCMP_ACT_KILL', architectures: [], flags: [], listenerPath: '' }
  const left = escapesLeft({ ...head, syscalls })
  expect(left).toMatchObject([{ syscall: 'bpf', openings: [{ arch: 'x86_64', passes: 'unknown', args: [] }] }])
})

test('every call is one, and has a sentence', () => {
  for (const { syscall, why } of escapeCalls)
    expect([syscall, isSyscall(syscall), /^[A-Z].+\.$/.test(why)]).toEqual([syscall, true, true])
})

test('what RuntimeDefault lets pass is marked as usual', () => {
  for (const arch of ['x86_64', 'aarch64'] as const) {
    const names = (escapesLeft(runtimeDefaultProfile(undefined, arch), { arch }) ?? []).map(it => it.syscall)
    expect(names.length).toBeGreaterThan(4)
    expect(names.filter(name => !escapeCalls.some(it => it.syscall === name && it.isUsual))).toEqual([])
  }
})

test('nothing is said of a profile that is refused, and everything of one that is off', () => {
  const off = { defaultAction: '', architectures: [], flags: [], listenerPath: '', syscalls: [] }
  expect(escapesLeft({ ...off, refusal: 'no' })).toBeUndefined()
  expect(escapesLeft(off)?.length).toBe(escapeCalls.length)
})
