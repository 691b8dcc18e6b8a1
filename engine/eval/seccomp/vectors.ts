import { z } from 'zod'
import { type CompiledSeccomp, compileSeccompProfile } from '../../validation/seccomp/decide.ts'
import type { SeccompDecision } from '../../validation/seccomp/decision.ts'
import { readSeccompProfile } from '../../validation/seccomp/read.ts'
import type { Finding } from '../../yaml/finding.ts'
import { type Evaluator, evaluator, type Line, present, undecided } from '../evaluator.ts'
import { rawValue } from '../raw-value.ts'

const archs = ['x86_64', 'x86', 'x32', 'aarch64', 'arm'] as const
const probe = z.object({
  arch: z.enum(archs),
  syscall: z.string().nullish(),
  nr: z.int(),
  args: z.array(z.string().regex(/^(?:0x[0-9a-fA-F]+|\d+)$/)),
})
const profile = z.object({
  arch: z.enum(archs),
  runtime: z.enum(['runc', 'crun']),
  profile: z.unknown(),
  profileText: z.string().optional(),
})

/** What a filter answers to system calls by number. */
export const probed: Evaluator = evaluator(
  'a seccomp profile and system calls: the action for each',
  profile.extend({ probes: z.array(probe) }),
  (asked, text) => {
    const filter = compiled(asked, text)
    if (typeof filter === 'string') return { error: filter }
    return { probes: asked.probes.map(it => ({ ...it, ...answerOf(filter, it) })) }
  },
)

/** Whether libseccomp refuses a profile, and why. */
export const loaded: Evaluator = evaluator('a seccomp profile: why libseccomp refuses it', profile, (asked, text) => {
  const filter = compiled(asked, text)
  if (typeof filter === 'string') return { error: filter }
  // The library alone does not mind what runc thinks of NOTIFY.
  return present({ error: libraryWords(filter.findings.find(it => !it.code.startsWith('seccomp-notify'))) })
})

export function answerOf(filter: CompiledSeccomp, asked: Pick<z.infer<typeof probe>, 'arch' | 'nr' | 'args'>): Line {
  const decision: SeccompDecision = filter.decideNumber(asked.arch, asked.nr, asked.args.map(BigInt))
  if (!('action' in decision)) return undecided(decision.undecided)
  return present({ action: decision.action, errno: decision.action === 'ERRNO' ? decision.errno : undefined })
}

function compiled(asked: z.infer<typeof profile>, text: string): CompiledSeccomp | string {
  const { value, findings } = readSeccompProfile(asked.profileText ?? rawValue(text, 'profile') ?? '', asked.arch)
  if (value === undefined) return findings[0]?.message ?? 'The profile cannot be read.'
  return compileSeccompProfile(value, asked)
}

function libraryWords(finding: Finding | undefined): string | undefined {
  const call = `rule_add ${finding?.data.syscall}`
  if (finding?.code === 'seccomp-rule-conflict') return `${call}: EEXIST (conflicting rule)`
  if (finding?.code === 'seccomp-action-rejected') return `${call}: EINVAL (action invalid)`
  return finding?.code === 'seccomp-default-rejected' ? 'default action rejected (EINVAL)' : finding?.message
}
