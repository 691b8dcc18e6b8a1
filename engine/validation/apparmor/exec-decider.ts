import { type Decision, EACCES, type Reason } from './decision.ts'
import type { FileDecider } from './file-decider.ts'
import type { LoadedProfiles } from './loaded-profiles.ts'
import { permission } from './permissions.ts'
import type { ExecMode, Profile } from './policy.ts'

/** What becomes of a process that starts a program. */
export interface ExecDecision extends Decision {
  /** The profile that it goes on under; `unconfined` for none. */
  readonly label?: string
  /** `scrubbed`: what could slip code into the program (LD_PRELOAD and the like) is taken out of the environment. */
  readonly environment?: 'kept' | 'scrubbed'
}

/** Whether a program may be started, and under which profile it runs then. */
export function decideExec(
  profile: Profile,
  files: FileDecider,
  loaded: LoadedProfiles,
  path: string,
  owner: boolean,
): ExecDecision {
  const decision = files.decide(path, permission.x, owner)
  if (decision.by.kind === 'unconfined') {
    const attached = loaded.attached(path)
    return { ...decision, label: attached?.label ?? 'unconfined', environment: 'kept' }
  }
  // What a complaining profile does not allow is watched under a profile of its own, even where a rule denies it in words.
  const allowed = decision.verdict === 'allowed' && decision.by.kind === 'rule'
  if (profile.mode === 'complain' && !allowed) return watched(profile, path, decision.by)
  if (decision.verdict !== 'allowed') return decision
  const found = files.exec(path, owner)
  if (!found) return { ...decision, label: profile.label, environment: 'kept' }
  const { mode, rule } = found
  // Others may match the path, too: this one says how the program is run.
  const allows = { ...decision, by: { kind: 'rule', rule } } as const
  const environment = mode.unsafe ? 'kept' : 'scrubbed'
  if (mode.to === 'inherit') return { ...allows, label: profile.label, environment: 'kept' }
  if (mode.to === 'unconfined') return { ...allows, label: 'unconfined', environment }
  const label = targetOf(profile, loaded, mode, path)
  if (label !== undefined && loaded.has(label)) return { ...allows, label, environment }
  if (mode.otherwise === 'inherit') return { ...allows, label: profile.label, environment: 'kept' }
  if (mode.otherwise === 'unconfined') return { ...allows, label: 'unconfined', environment }
  const by: Reason = { kind: 'no-profile', label: label ?? path, rule }
  if (profile.mode === 'complain') return watched(profile, path, by)
  if (profile.mode === 'kill') return { verdict: 'killed', log: 'KILLED', by }
  return { verdict: 'denied', errno: EACCES, log: 'DENIED', by }
}

function watched({ label }: Profile, path: string, by: Reason): ExecDecision {
  return { verdict: 'allowed', log: 'ALLOWED', by, label: `${label}//null-${path}`, environment: 'kept' }
}

function targetOf(profile: Profile, loaded: LoadedProfiles, mode: ExecMode, path: string): string | undefined {
  if (mode.to === 'child') {
    return mode.target === undefined ? loaded.attachedChild(profile, path)?.label : `${profile.label}//${mode.target}`
  }
  return mode.target ?? loaded.attached(path)?.label
}
