import { z } from 'zod'
import type { SeccompVerdict } from '../../validation/seccomp/decision.ts'
import { compareProfiles } from '../../validation/seccomp/difference.ts'
import { ociText } from '../../validation/seccomp/docker/oci-text.ts'
import { type Circumstances, usualDocker } from '../../validation/seccomp/docker/profile.ts'
import { readDockerProfile } from '../../validation/seccomp/docker/read.ts'
import { escapesLeft } from '../../validation/seccomp/escapes-left.ts'
import type { SeccompProfile } from '../../validation/seccomp/profile.ts'
import { readSeccompProfile } from '../../validation/seccomp/read.ts'
import { type Evaluator, evaluator, type Line, present, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'

const machine = z.enum(['x86_64', 'aarch64']).default('x86_64')

/** What Docker, or CRI-O, hands to the runtime for one kind of container. */
export const dockerProfile: Evaluator = evaluator(
  'a seccomp profile in Docker’s dialect, a machine and capabilities: the OCI profile that the runtime gets',
  z.object({
    profile: z.unknown().refine(it => it !== undefined, 'profile is missing'),
    reader: z.enum(['dockerd', 'cri-o']).default('dockerd'),
    arch: machine,
    capabilities: z.array(z.string()).optional(),
    kernel: z.string().default(usualDocker.kernel),
  }),
  ({ reader, arch, kernel, capabilities = usualDocker.capabilities }, text) => {
    const asked: Circumstances = { reader, arch, kernel, capabilities }
    const { value, findings } = readDockerProfile(rawValue(text, 'profile') ?? '', asked)
    const refusal = value ? value.profile.refusal : findings[0]?.message
    if (!value || refusal !== undefined) return { error: refusal ?? 'The profile cannot be read.' }
    const leftOut = [...value.leftOut].map(([index, why]) => ({ entry: index, why }))
    // As text, so that numbers of 64 bits stay what they are.
    return { profileText: ociText(value.profile), leftOut }
  },
)

/** Every system call that two profiles treat differently. */
export const profileDifference: Evaluator = evaluator(
  'two seccomp profiles, before and after: every system call whose action differs, with arguments that show it',
  z.object({
    before: z.unknown().refine(it => it !== undefined, 'before is missing'),
    after: z.unknown().refine(it => it !== undefined, 'after is missing'),
    arch: machine,
  }),
  ({ arch }, text) => {
    const [before, after] = [read(text, 'before', arch), read(text, 'after', arch)]
    if (typeof before === 'string') return { error: before }
    if (typeof after === 'string') return { error: after }
    const compared = compareProfiles(before, after, { arch })
    const differences = compared.differences.map(({ args, before, after, ...it }) =>
      present({ ...it, args: args.map(hex), before: verdict(before), after: verdict(after) }),
    )
    const equal = compared.undecided === undefined && differences.length === 0
    return compared.undecided === undefined ? { equal, differences } : { ...undecided(compared.undecided), differences }
  },
)

/** The calls that attacks begin with and that go through. */
export const escapes: Evaluator = evaluator(
  'a seccomp profile: the system calls that matter for an escape and go through, on which tables and with which arguments',
  z.object({ profile: z.unknown().refine(it => it !== undefined, 'profile is missing'), arch: machine }),
  ({ arch }, text) => {
    const profile = read(text, 'profile', arch)
    if (typeof profile === 'string') return { error: profile }
    const left = escapesLeft(profile, { arch })
    if (!left) return { error: profile.refusal ?? 'The runtime refuses the profile.' }
    return {
      calls: left.map(({ openings, ...call }) => ({
        ...call,
        openings: openings.map(({ args, decision, ...it }) => ({
          ...it,
          args: args.map(hex),
          ...(decision && verdict(decision)),
        })),
      })),
    }
  },
)

function read(text: string, key: string, arch: 'x86_64' | 'aarch64'): SeccompProfile | string {
  const { value, findings } = readSeccompProfile(rawValue(text, key) ?? '', arch)
  return value ?? findings[0]?.message ?? 'The profile cannot be read.'
}

const hex = (it: bigint) => `0x${it.toString(16)}`
/** The number goes with ERRNO, as in recorded verdicts. */
const verdict = ({ action, errno }: SeccompVerdict): Line =>
  present({ action, errno: action === 'ERRNO' || action === 'TRACE' ? errno : undefined })
