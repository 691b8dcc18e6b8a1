import { generator } from '#engine/validation/fixtures/generator.ts'
import { type CompiledSeccomp, compileSeccompProfile, type SeccompCall } from '#engine/validation/seccomp/decide.ts'
import { readSeccompProfile } from '#engine/validation/seccomp/read.ts'
import { syscallNumber, syscallsOf } from '#engine/validation/seccomp/syscalls.ts'
import { growing, measurable, mixed, type Rate } from './subject.ts'

interface Numbered {
  readonly number: number
  readonly args?: readonly bigint[]
}

const names = syscallsOf('x86_64')
const conditional = ['clone', 'personality', 'socket', 'ioctl', 'fcntl', 'prctl'] as const
const plain = names.filter(name => !conditional.some(it => it === name))
const verdicts = ['ALLOW', 'ERRNO', 'LOG', 'KILL_PROCESS']

/** Comparisons as real profiles have them: flags that must be off, and a few values that may be. */
const compared = [
  '{"names":["clone"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":2114060288,"valueTwo":0,"op":"SCMP_CMP_MASKED_EQ"}]}',
  ...[0, 8, 131072, 131080, 4294967295].map(
    value =>
      `{"names":["personality"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":${value},"op":"SCMP_CMP_EQ"}]}`,
  ),
  '{"names":["socket"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":40,"op":"SCMP_CMP_NE"}]}',
  '{"names":["prctl"],"action":"SCMP_ACT_LOG","args":[{"index":0,"value":35,"op":"SCMP_CMP_GE"}]}',
  '{"names":["fcntl"],"action":"SCMP_ACT_ALLOW","args":[{"index":1,"value":1024,"op":"SCMP_CMP_LT"}]}',
]

function profile(entries: readonly string[]): readonly string[] {
  const head = '{"defaultAction":"SCMP_ACT_ERRNO","architectures":["SCMP_ARCH_X86_64","SCMP_ARCH_X86","SCMP_ARCH_X32"]'
  return [`${head},"syscalls":[\n${entries.join(',\n')}]}`]
}

/** One call an entry; with more entries than calls, the same ones again. */
function usual(count: number): readonly string[] {
  const { next } = generator(3)
  const own = Array.from({ length: count }, (_, i) => plain[i % plain.length] ?? '')
  const actions = new Map(plain.map(name => [name, next(8) === 0 ? 'SCMP_ACT_LOG' : 'SCMP_ACT_ALLOW']))
  return [...own.map(name => `{"names":["${name}"],"action":"${actions.get(name)}"}`), ...compared]
}

function compile([text = '']: readonly string[]): CompiledSeccomp {
  const { value, findings } = readSeccompProfile(text)
  if (!value) throw new Error(`refused: ${findings[0]?.message}`)
  const compiled = compileSeccompProfile(value)
  if (compiled.refusal !== undefined) throw new Error(`refused: ${compiled.refusal}`)
  return compiled
}

/** Calls in the mix that a busy program makes; arguments of the kinds that the comparisons are about. */
function calls(from: readonly [string, ...string[]], args: boolean): readonly SeccompCall[] {
  const { next, one, times } = generator(19)
  const word = () => one([BigInt(next(64)), BigInt(next(4_000)), 131080n, 0x7e020000n, 0xffff_0000_1234_5678n])
  return times(mixed, () => {
    const syscall = one(from)
    return args ? { syscall, args: times(6, word) } : { syscall }
  })
}

function numbered(asked: readonly SeccompCall[]): readonly Numbered[] {
  return asked.map(({ syscall, args }) => {
    const number = syscallNumber('x86_64', syscall) ?? 0
    return args ? { number, args } : { number }
  })
}

const verdict = (decision: ReturnType<CompiledSeccomp['decide']>) =>
  'action' in decision ? verdicts.indexOf(decision.action) : -1
const byNumber = {
  ask: (filter: CompiledSeccomp, { number, args }: Numbered) => verdict(filter.decideNumber('x86_64', number, args)),
}
const all = ['read', ...names] as const
const byName: Rate<CompiledSeccomp, SeccompCall> = {
  of: 'calls without arguments, by name,',
  wanted: '≥ 10 000 000, level',
  questions: () => calls(all, false),
  ask: (filter, call) => verdict(filter.decide(call)),
}
const withArguments = (sizes: readonly number[]): Rate<CompiledSeccomp, Numbered> => ({
  of: 'calls with arguments',
  wanted: '≥ 2 000 000, level',
  sizes,
  questions: () => numbered(calls(conditional, true)),
  ...byNumber,
})

export const seccompProfiles = [
  measurable<CompiledSeccomp, Numbered>({
    name: 'seccomp profile',
    sizes: growing,
    files: rules => profile(usual(rules)),
    compile,
    rates: [
      {
        of: 'calls without arguments',
        wanted: '≥ 10 000 000, level',
        questions: () => numbered(calls(all, false)),
        ...byNumber,
      },
      withArguments(growing),
    ],
  }),
  measurable<CompiledSeccomp, SeccompCall>({
    name: 'seccomp profile, asked by name',
    sizes: [10, 10_000],
    files: rules => profile(usual(rules)),
    compile,
    rates: [byName],
  }),
  ...(['EQ', 'GT', 'LE'] as const).map(op =>
    measurable<CompiledSeccomp, Numbered>({
      name: `seccomp profile that compares one argument (${op}) with so many values that are never met`,
      // A filter holds no more than 1,024 rules with comparisons.
      sizes: [10, 100, 1_000],
      files: rules => profile([...never(op, rules), ...usual(10)]),
      compile,
      rates: [withArguments([10, 100, 1_000])],
    }),
  ),
]

/** `ioctl` with values far from those that are asked about. */
function never(op: 'EQ' | 'GT' | 'LE', count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => {
    const [index, value] = op === 'LE' ? [3, 0] : [1, 3_000_000_000 + i]
    const second = `{"index":2,"value":${7_000_000 + i},"op":"SCMP_CMP_EQ"}`
    const first = `{"index":${index},"value":${op === 'LE' ? value + i * 1000 : value},"op":"SCMP_CMP_${op}"}`
    return `{"names":["ioctl"],"action":"SCMP_ACT_ALLOW","args":[${op === 'LE' ? `${first},${second}` : first}]}`
  })
}
