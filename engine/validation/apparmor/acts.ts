import { auditRecord, type Process } from './audit-record.ts'
import type { CompiledProfile } from './compile.ts'
import type { Decision } from './decision.ts'
import type { ExecDecision } from './exec-decider.ts'
import { decideFileAct, type FileAct, type FileRequest, maskOf, type Step } from './file-acts.ts'
import type { LoadedProfiles } from './loaded-profiles.ts'
import type { MountRequest } from './mount-decider.ts'
import { mountActed } from './mount-record.ts'
import type { NewerRequest, UnixRequest } from './newer-decider.ts'
import { permission } from './permissions.ts'

/** One thing that a process does. Labels of peers and targets; `unconfined` is who has no profile. */
export type Act =
  | (FileRequest & { readonly do: 'file'; readonly act: FileAct })
  | { readonly do: 'link'; readonly path: string; readonly to: string; readonly owner: boolean }
  | { readonly do: 'execute'; readonly path: string; readonly owner: boolean }
  | { readonly do: 'capability'; readonly name: string }
  | { readonly do: 'socket'; readonly family: number; readonly type: number; readonly protocol: number }
  | (UnixRequest & { readonly do: 'unix' })
  | {
      readonly do: 'signal'
      readonly access: 'send' | 'receive'
      readonly signal: number
      readonly peer: string
    }
  | { readonly do: 'ptrace'; readonly access: 'trace' | 'read' | 'tracedby' | 'readby'; readonly peer: string }
  | (MountRequest & { readonly do: 'mount' })
  | { readonly do: 'umount'; readonly target: string }
  | { readonly do: 'pivot_root'; readonly newRoot: string; readonly putOld: string }
  | { readonly do: 'change_profile'; readonly label: string; readonly path?: string }
  | { readonly do: 'change_hat'; readonly name: string }
  | { readonly do: 'rlimit'; readonly name: string; readonly limit: number | undefined }
  | (NewerRequest & { readonly do: 'newer' })

/** What is decided about a profile’s own side of an act: the questions that come of it, up to the first that is not allowed. */
export function decideAct(
  compiled: CompiledProfile,
  act: Act,
  loaded: LoadedProfiles,
  process: Process,
): readonly (Step & { readonly decision: ExecDecision })[] {
  const { profile, files } = compiled
  const { label } = profile
  const one = (decision: Decision, acted?: Parameters<typeof auditRecord>[2]) => [
    { decision, record: acted && auditRecord(label, decision, acted, process) },
  ]
  switch (act.do) {
    case 'file':
      return decideFileAct({ label, files }, act.act, act, process)
    case 'link': {
      const decision = files.link(act.path, act.to, act.owner)
      const letters = maskOf('missing' in decision.by ? decision.by.missing : 'l', 'wacd')
      const file = { kind: 'file', operation: 'link', name: act.path, letters, ouid: process.ouid } as const
      // The name may become a link, but not of this file.
      const alone = files.decide(act.path, permission.l, act.owner)
      const restricted = letters === 'l' && alone.verdict === 'allowed' && alone.by.kind === 'rule'
      const info = restricted && decision.log !== 'AUDIT' ? { info: 'target restricted', error: 13 } : {}
      return one(decision, { ...file, ...info, target: act.to })
    }
    case 'execute': {
      const decision = compiled.exec(act.path, act.owner, loaded)
      return one(decision, execActed(label, act.path, decision, process))
    }
    case 'capability':
      return one(compiled.capability(act.name), { kind: 'capability', name: act.name })
    case 'socket':
      return one(compiled.socket(act), { kind: 'socket', family: act.family, type: act.type, protocol: act.protocol })
    case 'unix':
      return one(compiled.unix(act), { kind: 'socket', family: 1, type: act.type, protocol: 0, access: act.access })
    case 'signal':
      return one(compiled.signal(act.access, act.signal, act.peer), { ...act, kind: 'signal' })
    case 'ptrace':
      return one(compiled.ptrace(act.access, act.peer), { ...act, kind: 'ptrace' })
    case 'mount': {
      const decision = compiled.mount(act)
      const rules = profile.rules.flatMap(rule => (rule.kind === 'mount' || rule.kind === 'remount' ? [rule] : []))
      return one(decision, mountActed(rules, act, decision.log !== 'AUDIT'))
    }
    case 'umount':
      return one(compiled.umount(act.target), { kind: 'mount', operation: 'umount', name: act.target })
    case 'pivot_root': {
      const { newRoot, putOld } = act
      const acted = { kind: 'mount', operation: 'pivotroot', name: newRoot, source: putOld } as const
      return one(compiled.pivotRoot(newRoot, putOld), acted)
    }
    case 'change_profile': {
      const { path } = act
      const decision =
        path === undefined ? compiled.changeProfile(act.label, loaded) : compiled.changeOnExec(act.label, path, loaded)
      return one(decision, { kind: 'change_profile', label: act.label, isMissing: decision.by.kind === 'no-profile' })
    }
    case 'change_hat':
      return one(compiled.changeHat(act.name), { kind: 'change_hat', label: `${label}//${act.name}` })
    case 'rlimit':
      return one(compiled.rlimit(act.name, act.limit))
    case 'newer':
      return one(compiled.newer(act))
  }
}

/** What a record says of a start of a program. */
export function execActed(label: string, name: string, decision: ExecDecision, { ouid }: Process) {
  const file = { kind: 'file', operation: 'exec', name, letters: 'x', ouid } as const
  const { by } = decision
  if (by.kind === 'no-profile') {
    const isNamed = by.rule?.kind === 'file' && by.rule.exec?.target !== undefined
    const info = { info: 'profile transition not found', error: 13 }
    return isNamed ? { ...file, ...info } : { ...file, ...info, target: name }
  }
  if (decision.verdict !== 'allowed' || decision.label === undefined) return file
  const target = { target: decision.label }
  return decision.label === label ? { ...file, ...target, info: 'ix fallback' } : { ...file, ...target }
}
