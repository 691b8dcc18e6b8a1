import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { Finding } from '../../yaml/finding.ts'
import { type CompiledSeccomp, compileSeccompProfile, type SeccompDecision } from './decide.ts'
import type { Arch, SeccompProfile } from './profile.ts'
import { readSeccompProfile } from './read.ts'
import { containerStarts, type Start } from './starts.ts'
import { allSyscalls } from './syscalls.ts'

/** Verdicts recorded from libseccomp 2.6.0, runc 1.1.15 and the kernel. They lie beside the repository, not in it. */
const folder = resolve(process.env.BREAKWATER_CONFORMANCE ?? '../shared/conformance', 'seccomp')

interface Probe {
  readonly arch: Arch
  readonly nr: number
  readonly args: readonly string[]
  readonly action: string
  readonly errno?: number
  readonly enosysStub?: boolean
  readonly idealTree?: string | readonly [string, number?]
}

interface Line {
  readonly id: number
  readonly arch: Arch
  readonly runtime: 'runc' | 'crun'
  readonly profile: unknown
  readonly profileText?: string
  readonly probes: readonly Probe[]
  readonly error: string
}

interface Run {
  readonly rc: number | 'timeout'
  readonly stdout?: string
  readonly stderr?: string
}

function recorded<T>(name: string, check: (lines: readonly T[], texts: readonly string[]) => void): void {
  const file = resolve(folder, `${name}.jsonl`)
  test(name, { timeout: 120_000 }, () => {
    const texts = readFileSync(file, 'utf8').trim().split('\n')
    check(
      texts.map(line => JSON.parse(line)),
      texts,
    )
  })
}

function compiled({ profile, profileText, arch, runtime }: Line): CompiledSeccomp {
  const { value } = readSeccompProfile(profileText ?? JSON.stringify(profile), arch)
  if (value === undefined) throw new Error('A recorded profile could not be read.')
  return compileSeccompProfile(value, { arch, runtime })
}

/** Every probe that is decided otherwise, and how many there were. */
function probed(lines: readonly Line[], expected: (probe: Probe) => readonly [string, number?] | undefined) {
  let cases = 0
  const wrong: unknown[] = []
  for (const line of lines) {
    const filter = compiled(line)
    for (const probe of line.probes) {
      const want = expected(probe)
      if (want === undefined) continue
      cases++
      const got = filter.decideNumber(probe.arch, probe.nr, probe.args.map(BigInt))
      const same = 'action' in got && got.action === want[0] && (want[0] !== 'ERRNO' || got.errno === want[1])
      if (!same) wrong.push({ id: line.id, probe, got })
    }
  }
  return { cases, wrong }
}

recorded<Line>('vectors', lines => {
  const { cases, wrong } = probed(lines, it => (it.enosysStub ? ['ERRNO', 38] : [it.action, it.errno ?? 0]))
  expect(wrong).toEqual([])
  expect(cases).toBeGreaterThan(0)
})

recorded<Line>('vectors-libseccomp-bugs', lines => {
  const { cases, wrong } = probed(lines, ({ idealTree: it }) => (typeof it === 'string' ? [it] : it))
  expect(wrong).toEqual([])
  expect(cases).toBeGreaterThan(0)
})

recorded<Line>('vectors-load-errors', lines => {
  const words = (finding: Finding | undefined) => {
    const call = `rule_add ${finding?.data.syscall}`
    if (finding?.code === 'seccomp-rule-conflict') return `${call}: EEXIST (conflicting rule)`
    if (finding?.code === 'seccomp-action-rejected') return `${call}: EINVAL (action invalid)`
    return finding?.code === 'seccomp-default-rejected' ? 'default action rejected (EINVAL)' : finding?.message
  }
  // The library alone does not mind what runc thinks of NOTIFY.
  const first = (filter: CompiledSeccomp) => filter.findings.find(it => !it.code.startsWith('seccomp-notify'))
  expect(lines.map(line => [line.id, words(first(compiled(line)))])).toEqual(lines.map(it => [it.id, it.error]))
})

interface Odd {
  readonly case: string
  readonly seccomp: string
  readonly noNewPrivileges: boolean
  readonly results: Readonly<Record<string, Run>>
}

recorded<Odd>('invalid-vectors', lines => {
  const answered = lines.map(line => {
    const reading = readSeccompProfile(line.seccomp)
    const start = reading.value && containerStarts(compileSeccompProfile(reading.value), line)
    const refused = start === undefined || ('starts' in start && !start.starts)
    return [line.case, refused, refused ? (inConfig(reading.findings) ?? lastLine(start)) : '']
  })
  const wanted = lines.map(line => {
    const run = line.results['runc 1.1.15 / libseccomp 2.6.0'] ?? { rc: 0 }
    return [line.case, !started(run), runcWords(run)]
  })
  expect(answered).toEqual(wanted)
})

interface EndToEnd {
  readonly probes: readonly { readonly nr: number; readonly args: readonly string[] }[]
  readonly observed: Readonly<Record<string, { readonly lines: readonly string[] }>>
}

/** What a program in a real container saw: `R <result>`, negative for an error number, or `S <signal>`. */
recorded<EndToEnd>('runc-e2e', (lines, texts) => {
  const wrong = lines.flatMap(({ probes, observed }, index) => {
    // JavaScript's own reader rounds large numbers, so the profile is cut out of the text.
    const text = /^\{"profile": (\{.*\}), "probes"/.exec(texts[index] ?? '')?.[1] ?? ''
    const { value } = readSeccompProfile(text)
    const filter = value && compileSeccompProfile(value)
    const seen = observed['runc 1.1.15 / libseccomp 2.6.0']?.lines ?? []
    return probes.flatMap(({ nr, args }, at) => {
      const got = filter?.decideNumber('x86_64', nr, args.map(BigInt))
      const line = seen[at]
      return line === undefined || (got !== undefined && fits(got, line)) ? [] : [{ index, nr, args, line, got }]
    })
  })
  expect(wrong).toEqual([])
})

function fits(decision: SeccompDecision, line: string): boolean {
  if (!('action' in decision)) return false
  switch (decision.action) {
    case 'ALLOW':
    case 'LOG':
      return line.startsWith('R ')
    case 'ERRNO':
      return line === `R ${-(decision.errno ?? 0)}` || (decision.errno === 0 && line === 'R 0')
    case 'TRACE':
    case 'NOTIFY':
      return line === 'R -38'
    default:
      return line === 'S 31'
  }
}

interface Ablation {
  readonly missing?: string
  readonly minimalAllowList?: readonly string[]
  readonly defaultAction?: string
  readonly noNewPrivileges: boolean
  readonly result?: Run
}

recorded<Ablation>('startup-ablation', lines => {
  const answers = lines.map(line => {
    const names = line.minimalAllowList ?? allSyscalls().filter(it => it !== line.missing)
    const profile: SeccompProfile = {
      defaultAction: line.defaultAction ?? 'SCMP_ACT_ERRNO',
      architectures: [],
      flags: [],
      listenerPath: '',
      syscalls: [{ names, action: 'SCMP_ACT_ALLOW', args: [] }],
    }
    const start = containerStarts(compileSeccompProfile(profile), line)
    const want = line.result === undefined || started(line.result)
    return 'undecided' in start ? 'undecided' : start.starts === want ? 'right' : `wrong: ${line.missing}`
  })
  expect(answers.filter(it => it.startsWith('wrong'))).toEqual([])
  // The smallest list that was found starts without `futex`, which nothing else that was recorded does.
  expect(answers.filter(it => it === 'undecided').length).toBeLessThanOrEqual(1)
})

/** The container began to run its program, whatever that came to. */
function started({ rc, stdout = '', stderr = '' }: Run): boolean {
  return !stderr.includes('runc run failed') && (rc === 0 || stdout.includes('started'))
}

function runcWords({ stderr = '' }: Run): string {
  const message = /msg="runc run failed: (.*)"$/m.exec(stderr)?.[1] ?? ''
  return message.replaceAll('\\"', '"')
}

/** The recordings gave the profile to runc inside its config.json, so that Go's field names begin there. */
function inConfig(findings: readonly Finding[]): string | undefined {
  const type = findings.find(it => it.code === 'seccomp-json-type')
  if (type === undefined) return findings.find(it => it.severity === 'error')?.message
  const { struct, field } = type.data
  return struct === undefined
    ? type.message.replace('Go value of', 'Go struct field Linux.linux.seccomp of')
    : type.message.replace(`${struct}.${field}`, `${struct}.linux.seccomp.${field}`)
}

function lastLine(start: Start | undefined): string {
  const message = start && 'message' in start ? start.message : undefined
  return message?.split('\n').at(-1) ?? ''
}

if (!existsSync(folder))
  console.log(`There are no recordings in ${folder}: set BREAKWATER_CONFORMANCE to compare with them.`)

test('reads and decides through the path that recordings take', () => {
  const profile = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['statx'], action: 'SCMP_ACT_ALLOW' }] }
  const filter = compiled({ id: 0, arch: 'x86_64', runtime: 'runc', profile, probes: [], error: '' })
  expect(filter.decide({ syscall: 'statx' })).toMatchObject({ action: 'ALLOW', by: { kind: 'rule', rule: 0 } })
  expect(filter.decide({ syscall: 'unshare' })).toMatchObject({ action: 'ERRNO', errno: 1, by: { kind: 'default' } })
})
