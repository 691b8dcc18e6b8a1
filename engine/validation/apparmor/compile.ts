import { certain, isCertain } from './certain.ts'
import { confines, type Decision, EACCES, ENOENT, EPERM, settled, settledBy, unconfined } from './decision.ts'
import { decideExec, type ExecDecision } from './exec-decider.ts'
import { type FileDecider, fileDecider } from './file-decider.ts'
import { globMatcher } from './glob/matcher.ts'
import type { LoadedProfiles } from './loaded-profiles.ts'
import { type MountRequest, mountMatcher, pivotMatcher, umountMatcher } from './mount-decider.ts'
import { agreed, decideNewer, finely, type NewerRequest, type UnixRequest } from './newer-decider.ts'
import type { ChangeProfileRule, NetworkRule, Profile, PtraceRule, Rule, SignalRule, UnixRule } from './policy.ts'

/** A socket by the numbers of socket(2). */
export interface SocketRequest {
  readonly family: number
  readonly type: number
  /** `create` by default. */
  readonly access?: string
}

/**
 * Everything that can be asked of one profile. Peers are labels; `unconfined` is who has no profile. What depends on rules that
 * are not at hand, or on the kernel, is `undecided` with a sentence.
 */
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
  /** Both directories end in a slash. */
  pivotRoot(newRoot: string, putOld: string): Decision
  /** A use of a socket of the same host. `socket` tells whether one may be made at all. */
  unix(request: UnixRequest): Decision
  newer(request: NewerRequest): Decision
  /** At once; what a rule says of a program does not matter then. */
  changeProfile(label: string, loaded: LoadedProfiles): Decision
  /** When the program at a path is started. */
  changeOnExec(label: string, path: string, loaded: LoadedProfiles): ExecDecision
  changeHat(name: string): Decision
  /** Whether a limit may be set to so much; undefined is infinity. */
  rlimit(name: string, limit: number | undefined): Decision
}

const UNIX = 1
const notMediated: Decision = { verdict: 'allowed', log: 'none', by: { kind: 'not-mediated' } }

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
  const pivots = rulesOf('pivot_root').map(rule => ({ rule, matches: pivotMatcher(rule) }))
  const changes = rulesOf('change_profile').map(rule => ({
    rule,
    matches: globMatcher(rule.target),
    starts: rule.exec === undefined ? () => true : globMatcher(rule.exec),
  }))
  const sure = <Made extends Decision>(made: Made) => certain(profile, made)
  const coarse = (request: SocketRequest) =>
    settledBy(
      profile,
      rulesOf('network', 'unix').filter(rule => socketFits(rule, request)),
      { missing: 'network', kills: false },
    )
  const changed = (label: string, loaded: LoadedProfiles, matching: readonly ChangeProfileRule[]) => {
    if (!confines(profile.mode)) return loaded.has(label) ? unconfined : missingProfile(label)
    if (!loaded.has(label) && profile.mode !== 'complain') return missingProfile(label)
    // The parser does not tell the kernel that such a denial is to be quiet.
    return settledBy(profile, matching.map(loud), { missing: `change_profile -> ${label}` })
  }

  return {
    profile,
    get files() {
      return isCertain(profile) ? decider() : surely(profile, decider())
    },
    exec: (path, owner, loaded) => sure(decideExec(profile, decider(), loaded, path, owner)),
    capability(name) {
      const matching = rulesOf('capability').filter(({ names }) => names.length === 0 || names.includes(name))
      return sure(settledBy(profile, matching, { missing: `capability ${name}`, errno: EPERM }))
    },
    socket: request => sure(coarse(request)),
    unix(request) {
      const plain = { family: UNIX, type: request.type }
      const fine = [...rulesOf('network').filter(rule => socketFits(rule, plain)), ...finely(rulesOf('unix'), request)]
      return sure(agreed(coarse(plain), settledBy(profile, fine, { missing: `unix ${request.access}`, kills: false })))
    },
    newer: request => sure(decideNewer(profile, rulesOf('dbus', 'mqueue', 'userns', 'io_uring'), request)),
    signal(access, signal, peer) {
      const matching = rulesOf('signal').filter(
        rule =>
          (rule.accesses.length === 0 || rule.accesses.includes(access)) &&
          (rule.signals.length === 0 || rule.signals.includes(signal)) &&
          peerFits(rule, peer),
      )
      return sure(settledBy(profile, matching, { missing: `signal ${access} peer=${peer}`, kills: false }))
    },
    ptrace(access, peer) {
      // Who has no profile may trace: the kernel asks that side alone.
      if (peer === 'unconfined' && (access === 'tracedby' || access === 'readby')) return notMediated
      const matching = rulesOf('ptrace').filter(
        rule => (rule.accesses.length === 0 || rule.accesses.includes(access)) && peerFits(rule, peer),
      )
      return sure(settledBy(profile, matching, { missing: `ptrace ${access} peer=${peer}`, kills: false }))
    },
    mount: request =>
      sure(
        settledBy(
          profile,
          rulesThat(mounts, it => it(request)),
          { missing: 'mount' },
        ),
      ),
    umount: target => {
      const matching = rulesThat(umounts, it => it({ target, flags: 0 }))
      return sure(settledBy(profile, matching, { missing: 'umount' }))
    },
    pivotRoot: (newRoot, putOld) => {
      const matching = rulesThat(pivots, it => it(newRoot, putOld))
      return sure(settledBy(profile, matching, { missing: 'pivot_root' }))
    },
    changeProfile: (label, loaded) =>
      sure(
        changed(
          label,
          loaded,
          rulesThat(changes, it => it(label)),
        ),
      ),
    changeOnExec(label, path, loaded) {
      const matching = changes.filter(it => it.matches(label) && it.starts(path)).map(it => it.rule)
      const decision = changed(label, loaded, matching)
      if (decision.verdict !== 'allowed') return sure(decision)
      const scrubs =
        decision.by.kind === 'rule' && decision.by.rule.kind === 'change_profile' && !decision.by.rule.unsafe
      return sure({ ...decision, label, environment: scrubs ? 'scrubbed' : 'kept' })
    },
    changeHat(name) {
      const label = `${profile.label}//${name}`
      const hat = profile.children.find(child => child.kind === 'hat' && child.label === label)
      if (hat) return notMediated
      return { verdict: 'denied', errno: ENOENT, log: 'none', by: { kind: 'no-profile', label } }
    },
    rlimit(name, limit) {
      const rule = rulesOf('rlimit').findLast(it => it.name === name)
      const within = rule?.limit === undefined || (limit !== undefined && limit <= rule.limit)
      if (!rule || within) return notMediated
      const common = { audited: false, quiet: false, missing: `rlimit ${name}`, errno: EACCES }
      return settled(profile, { ...common, denied: rule })
    },
  }
}

/** The same decider, which tells what it cannot know. */
function surely(profile: Profile, files: FileDecider): FileDecider {
  return {
    ...files,
    decide: (path, wanted, owner) => certain(profile, files.decide(path, wanted, owner)),
    link: (link, target, owner) => certain(profile, files.link(link, target, owner)),
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
