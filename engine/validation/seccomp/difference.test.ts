import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { compileSeccompProfile } from './decide.ts'
import type { SeccompDecision } from './decision.ts'
import { type CallDifference, compareProfiles } from './difference.ts'
import type { Arch, SeccompArg, SeccompEntry, SeccompProfile } from './profile.ts'
import { readSeccompProfile } from './read.ts'
import { syscallNumber } from './syscalls.ts'

const cases = z
  .array(
    z.strictObject({
      title: z.string(),
      arch: z.enum(['x86_64', 'aarch64']).default('x86_64'),
      before: z.unknown(),
      after: z.unknown(),
      /** Only these names and numbers are looked at in what differs. */
      only: z.array(z.string()).optional(),
      differs: z.array(z.string()),
      undecided: z.string().optional(),
    }),
  )
  .parse(parse(readFileSync(new URL('differences.yaml', import.meta.url), 'utf8')))

test.each(cases)('$title', ({ arch, before, after, only, differs, undecided }) => {
  const [a, b] = [read(before, arch), read(after, arch)]
  const there = compareProfiles(a, b, { arch })
  const lines = (all: readonly CallDifference[]) =>
    all.filter(it => only?.includes(it.syscall ?? String(it.number)) ?? true).map(spelt)
  expect(lines(there.differences)).toEqual(differs)
  expect(there.undecided).toBe(undecided)
  expect(compareProfiles(a, a, { arch }).differences).toEqual([])
  // Seen from the other side it is the same, turned round.
  const back = compareProfiles(b, a, { arch })
  expect(
    back.differences
      .map(turned)
      .map(it => spelt({ ...it, args: [] }))
      .sort(),
  ).toEqual(there.differences.map(it => spelt({ ...it, args: [] })).sort())
})

describe('what is found is what the filters decide', () => {
  test.each(Array.from({ length: 60 }, (_, seed) => seed + 1))('profiles of seed %i', seed => {
    const random = randomFrom(seed)
    const [a, b] = [anyProfile(random), anyProfile(random)]
    const [before, after] = [compileSeccompProfile(a), compileSeccompProfile(b)]
    const { differences, undecided } = compareProfiles(a, b)
    if (before.refusal !== undefined || after.refusal !== undefined) {
      expect(undecided).toContain('refuses')
      return
    }
    expect(undecided).toBeUndefined()
    for (const it of differences)
      for (const [compiled, said] of [
        [before, it.before],
        [after, it.after],
      ] as const)
        expect(fate(compiled.decideNumber(tableOf(it.arch), it.number, it.args))).toEqual(fate(said))
    const pairs = new Set(differences.map(it => `${it.number} ${fate(it.before)} ${fate(it.after)}`))
    for (let probe = 0; probe < 400; probe++) {
      const number = syscallNumber('x86_64', pick(random, calls)) ?? 0
      const args = [0, 1, 2].map(() => pick(random, edges) + pick(random, [0n, 0n, 1n, 1n << 32n]))
      const [was, is] = [before, after].map(it => fate(it.decideNumber('x86_64', number, args)))
      if (was !== is) expect([...pairs]).toContain(`${number} ${was} ${is}`)
    }
  })
})

const calls = ['dup', 'lseek', 'clone', 'mmap']
const edges = [0n, 1n, 3n, 8n, 0x20000n, 0x10000000n, 0xffffffffn, 0x100000000n, 0x100000003n]
const operators = ['NE', 'LT', 'LE', 'EQ', 'GE', 'GT', 'MASKED_EQ', 'MASKED_EQ'].map(it => `SCMP_CMP_${it}`)
const actions = ['SCMP_ACT_ALLOW', 'SCMP_ACT_ERRNO', 'SCMP_ACT_LOG', 'SCMP_ACT_KILL']

function anyProfile(random: () => number): SeccompProfile {
  const entry = (): SeccompEntry => ({
    names: [pick(random, calls)],
    action: pick(random, actions),
    args: Array.from({ length: Math.floor(random() * 3) }, (): SeccompArg => {
      const index = BigInt(Math.floor(random() * 3))
      return { index, value: pick(random, edges), valueTwo: pick(random, edges), op: pick(random, operators) }
    }),
  })
  return {
    defaultAction: pick(random, actions),
    architectures: random() < 0.3 ? ['SCMP_ARCH_X86'] : [],
    flags: [],
    listenerPath: '',
    syscalls: Array.from({ length: 1 + Math.floor(random() * 4) }, entry),
  }
}

function pick<T>(random: () => number, from: readonly [T, ...T[]] | readonly T[]): T {
  const it = from[Math.floor(random() * from.length)]
  if (it === undefined) throw new Error('nothing to choose from')
  return it
}

/** A generator of equal numbers for equal seeds (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let it = Math.imul(state ^ (state >>> 15), state | 1)
    it ^= it + Math.imul(it ^ (it >>> 7), it | 61)
    return ((it ^ (it >>> 14)) >>> 0) / 2 ** 32
  }
}

function read(profile: unknown, arch: Arch): SeccompProfile {
  const { value } = readSeccompProfile(JSON.stringify(profile), arch)
  if (!value) throw new Error('the profile cannot be read')
  return value
}

const turned = (it: CallDifference): CallDifference => ({ ...it, before: it.after, after: it.before })
/** The number says that a call is one of x32. */
const tableOf = (arch: Arch): Arch => (arch === 'x32' ? 'x86_64' : arch)
const fate = (it: SeccompDecision) =>
  'action' in it ? [it.action, it.errno].filter(part => part !== undefined).join(' ') : it.undecided

function spelt({ arch, syscall, number, args, means, before, after, shows }: CallDifference): string {
  const hex = args.map(it => `0x${it.toString(16)}`).join(', ')
  return `${arch} ${syscall ?? number}(${hex})${means ? `=${means}` : ''} ${fate(before)} > ${fate(after)} ${shows}`
}

test('too many conditions are said to be too many, and what could be compared is told', () => {
  const { conditions, other } = crowded()
  const { differences, undecided } = compareProfiles(conditions, other, { maxTests: 50 })
  expect(undecided).toMatch(/^There are too many conditions about `\w+`/)
  expect(differences.map(it => `${it.syscall} ${it.shows}`)).toContain('bpf always')
})

function crowded() {
  const profile = (off: bigint, names: readonly string[]): SeccompProfile => ({
    defaultAction: 'SCMP_ACT_ALLOW',
    architectures: [],
    flags: [],
    listenerPath: '',
    syscalls: [
      { names, action: 'SCMP_ACT_KILL', args: [] },
      ...Array.from({ length: 120 }, (_, at): SeccompEntry => {
        const arg = { index: BigInt(at % 6), value: BigInt(at) + off, valueTwo: 0n, op: 'SCMP_CMP_GT' }
        return { names: ['dup', 'clone'], action: 'SCMP_ACT_LOG', args: [arg] }
      }),
    ],
  })
  return { conditions: profile(1000n, ['mount']), other: profile(1001n, ['mount', 'bpf']) }
}
