import { z } from 'zod'
import { compileSeccompProfile, type SeccompDecision } from '../../validation/seccomp/decide.ts'
import type { SeccompProfile } from '../../validation/seccomp/profile.ts'
import { readSeccompProfile } from '../../validation/seccomp/read.ts'
import { containerStarts, type Start } from '../../validation/seccomp/starts.ts'
import { allSyscalls } from '../../validation/seccomp/syscalls.ts'
import type { Finding } from '../../yaml/finding.ts'
import { type Evaluator, evaluator, type Line, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'

/** The runtime that is decided for. */
const runc = 'runc 1.1.15 / libseccomp 2.6.0'
const started = { rc: 0, stdout: 'started', stderr: '' }

/** Whether a container with an odd profile starts, and what runc says when not. */
export const oddProfiles: Evaluator = evaluator(
  'the text of a seccomp profile: whether runc starts a container with it, and what it says',
  z.object({ seccomp: z.string(), noNewPrivileges: z.boolean() }),
  ({ seccomp, noNewPrivileges }) => {
    const { value, findings } = readSeccompProfile(seccomp)
    const start = value && containerStarts(compileSeccompProfile(value), { noNewPrivileges })
    if (start && 'undecided' in start) return undecided(start.undecided)
    const refused = start === undefined || !start.starts
    return { results: { [runc]: refused ? refusal(inConfig(findings) ?? lastLine(start)) : started } }
  },
)

/** What a program in a container with this profile sees of its system calls. */
export const inContainers: Evaluator = evaluator(
  'a seccomp profile and system calls: what a program in a container sees of each',
  z.object({ profile: z.unknown(), probes: z.array(z.object({ nr: z.int(), args: z.array(z.string()) })) }),
  ({ probes }, text) => {
    const { value, findings } = readSeccompProfile(rawValue(text, 'profile') ?? '')
    if (value === undefined) return { observed: { [runc]: refusal(inConfig(findings) ?? '') } }
    const filter = compileSeccompProfile(value)
    const lines = probes.map(({ nr, args }) => seen(filter.decideNumber('x86_64', nr, args.map(BigInt))))
    return { observed: { [runc]: { rc: 0, lines } } }
  },
)

/** Whether a container starts when one system call is refused, or when only a few are allowed. */
export const ablation: Evaluator = evaluator(
  'a system call that is missing, or a list of those allowed: whether a container starts',
  z.object({
    missing: z.string().optional(),
    minimalAllowList: z.array(z.string()).optional(),
    defaultAction: z.string().optional(),
    noNewPrivileges: z.boolean(),
  }),
  ({ missing, minimalAllowList, defaultAction, noNewPrivileges }) => {
    const names = minimalAllowList ?? allSyscalls().filter(it => it !== missing)
    const profile: SeccompProfile = {
      defaultAction: defaultAction ?? 'SCMP_ACT_ERRNO',
      architectures: [],
      flags: [],
      listenerPath: '',
      syscalls: [{ names, action: 'SCMP_ACT_ALLOW', args: [] }],
    }
    const start = containerStarts(compileSeccompProfile(profile), { noNewPrivileges })
    if ('undecided' in start) return undecided(start.undecided)
    return { result: start.starts ? started : { ...refusal(lastLine(start)), rc: start.exitCode ?? 1 } }
  },
)

function refusal(words: string): Line {
  return { rc: 1, stdout: '', stderr: `level=error msg=${JSON.stringify(`runc run failed: ${words}`)}` }
}

/** `R <result>`, negative for an error number, `R` alone for any result, or `S <signal>`. */
function seen(decision: SeccompDecision): string | Line {
  if (!('action' in decision)) return undecided(decision.undecided)
  switch (decision.action) {
    case 'ALLOW':
    case 'LOG':
      return 'R'
    case 'ERRNO':
      return `R ${decision.errno ? -decision.errno : 0}`
    case 'TRACE':
    case 'NOTIFY':
      return 'R -38'
    default:
      return 'S 31'
  }
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
