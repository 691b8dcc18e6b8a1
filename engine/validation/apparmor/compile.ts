import { confines, type Decision, EACCES, ENOENT, EPERM, settled, settledBy, unconfined } from './decision.ts'
import { decideExec, type ExecDecision } from './exec-decider.ts'
import { type FileDecider, fileDecider } from './file-decider.ts'
import { globMatcher } from './glob/matcher.ts'
import type { LoadedProfiles } from './loaded-profiles.ts'
import { type MountRequest, mountMatcher, umountMatcher } from './mount-decider.ts'
import type { ChangeProfileRule, NetworkRule, Profile, PtraceRule, Rule, SignalRule, UnixRule } from './policy.ts'

/** A socket by the numbers of socket(2). */
export interface SocketRequest {
  readonly family: number
  readonly type: number
  /** `create` by default. */
  readonly access?: string
}

/** Everything that can be asked of one profile. Peers are labels; `unconfined` is who has no profile. */
export interface CompiledProfile {
  readonly profile: Profile
  readonly files: FileDecider
  exec(path: string, owner: boolean, loaded: LoadedProfiles): ExecDecision
  capability(name: string): Decision
  socket(request: SocketRequest): Decision
  /** One side of a signal: both have to allow it. 0 asks whether the process exists. */
  signal(access: 'send' | 'receive', signal: number, peer: string): Decision
  ptrace(access: 'trace' | 'read' | 'tracedby' | 'readby', peer: string): Decision
  mount(request: MountRequest): Decision
  umount(target: string): Decision
  changeProfile(label: string, loaded: LoadedProfiles): Decision
  changeHat(name: string): Decision
  /** Whether a limit may be set to so much; undefined is infinity. */
  rlimit(name: string, limit: number | undefined): Decision
}

const UNIX = 1

/** Compiles a profile once; each part is made when it is first asked for. */
export function compileProfile(profile: Profile): CompiledProfile {
  let files: FileDecider | undefined
  const decider = () => {
    files ??= fileDecider(profile)
    return files
  }
  const peered = new Map<Rule, (peer: string) => boolean>()
  const peerFits = (rule: SignalRule | PtraceRule, peer: string) => {
    const fits = peered.get(rule) ?? (rule.peer === undefined ? () => true : globMatcher(rule.peer))
    peered.set(rule, fits)
    return fits(peer)
  }
  const rulesOf = <Kind extends Rule['kind']>(...kinds: readonly Kind[]) =>
    profile.rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => kinds.some(kind => rule.kind === kind))
  const mounts = rulesOf('mount', 'remount').map(rule => ({ rule, matches: mountMatcher(rule) }))
  const umounts = rulesOf('umount').map(rule => ({ rule, matches: umountMatcher(rule) }))
  const changes = rulesOf('change_profile').map(rule => ({ rule, matches: globMatcher(rule.target) }))

  return {
    profile,
    get files() {
      return decider()
    },
    exec: (path, owner, loaded) => decideExec(profile, decider(), loaded, path, owner),
    capability(name) {
      const matching = rulesOf('capability').filter(({ names }) => names.length === 0 || names.includes(name))
      return settledBy(profile, matching, { missing: `capability ${name}`, errno: EPERM })
    },
    socket(request) {
      const matching = rulesOf('network', 'unix').filter(rule => socketFits(rule, request))
      return settledBy(profile, matching, { missing: 'network', kills: false })
    },
    signal(access, signal, peer) {
      const matching = rulesOf('signal').filter(
        rule =>
          (rule.accesses.length === 0 || rule.accesses.includes(access)) &&
          (rule.signals.length === 0 || rule.signals.includes(signal)) &&
          peerFits(rule, peer),
      )
      return settledBy(profile, matching, { missing: `signal ${access} peer=${peer}`, kills: false })
    },
    ptrace(access, peer) {
      const matching = rulesOf('ptrace').filter(
        rule => (rule.accesses.length === 0 || rule.accesses.includes(access)) && peerFits(rule, peer),
      )
      return settledBy(profile, matching, { missing: `ptrace ${access} peer=${peer}`, kills: false })
    },
    mount: request =>
      settledBy(
        profile,
        rulesThat(mounts, it => it(request)),
        { missing: 'mount' },
      ),
    umount: target =>
      settledBy(
        profile,
        rulesThat(umounts, it => it({ target, flags: 0 })),
        { missing: 'umount' },
      ),
    changeProfile(label, loaded) {
      if (!confines(profile.mode)) return loaded.has(label) ? unconfined : missingProfile(label)
      if (!loaded.has(label) && profile.mode !== 'complain') return missingProfile(label)
      const missing = `change_profile -> ${label}`
      // The parser does not tell the kernel that such a denial is to be quiet.
      const matching = rulesThat(changes, it => it(label))
      return settledBy(profile, matching.map(loud), { missing })
    },
    changeHat(name) {
      const label = `${profile.label}//${name}`
      const hat = profile.children.find(child => child.kind === 'hat' && child.label === label)
      if (hat) return { verdict: 'allowed', log: 'none', by: { kind: 'not-mediated' } }
      return { verdict: 'denied', errno: ENOENT, log: 'none', by: { kind: 'no-profile', label } }
    },
    rlimit(name, limit) {
      const rule = rulesOf('rlimit').findLast(it => it.name === name)
      const within = rule?.limit === undefined || (limit !== undefined && limit <= rule.limit)
      if (!rule || within) return { verdict: 'allowed', log: 'none', by: { kind: 'not-mediated' } }
      const common = { audited: false, quiet: false, missing: `rlimit ${name}`, errno: EACCES }
      return settled(profile, { ...common, denied: rule })
    },
  }
}

function loud(rule: ChangeProfileRule): ChangeProfileRule {
  return rule.mode === 'deny' ? { ...rule, audit: true } : rule
}

function missingProfile(label: string): Decision {
  return { verdict: 'denied', errno: ENOENT, log: 'DENIED', by: { kind: 'no-profile', label } }
}

function rulesThat<Kind extends Rule, Asked>(
  among: readonly { readonly rule: Kind; readonly matches: Asked }[],
  holds: (matches: Asked) => boolean,
): readonly Kind[] {
  return among.filter(it => holds(it.matches)).map(it => it.rule)
}

/** The kernel knows families and types here; protocols, addresses and the finer rules about Unix sockets it does not. */
function socketFits(rule: NetworkRule | UnixRule, { family, type, access = 'create' }: SocketRequest): boolean {
  if (rule.kind === 'unix') {
    // Denying all of them would deny more than the rule says, so the parser leaves it out.
    return rule.mode !== 'deny' && family === UNIX && (rule.type === undefined || rule.type === type)
  }
  if (rule.accesses.length > 0 && !rule.accesses.includes(access)) return false
  return rule.sockets === undefined || rule.sockets.some(it => it.family === family && it.type === type)
}
