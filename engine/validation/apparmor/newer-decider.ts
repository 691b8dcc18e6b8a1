import { type Decision, settledBy, undecided } from './decision.ts'
import { globMatcher } from './glob/matcher.ts'
import type { NewerRule, Profile, UnixRule } from './policy.ts'

/** What only some kernels ask about: messages on D-Bus, message queues, namespaces of users, rings of requests. */
export interface NewerRequest {
  readonly kind: NewerRule['kind']
  /** A word of the rule: `send`, `bind`, `create`, `sqpoll`, … */
  readonly access: string
  /** Condition of a rule → what it is here: `bus`, `path`, `peer label`, … What is not given matches only rules that do not ask. */
  readonly facts: Readonly<Record<string, string>>
}

const who: Readonly<Record<NewerRule['kind'], string>> = {
  dbus: 'Kernels of Ubuntu have the bus ask AppArmor about messages, and it would be refused there; Linux 6.1 and 6.12 as released do not, and it passes',
  mqueue:
    'Kernels of Ubuntu ask AppArmor about message queues, and it would be refused there; Linux 6.1 and 6.12 as released do not, and it passes',
  userns:
    'Linux 6.12 asks AppArmor about namespaces of users unless the profile’s abi is older, and it would be refused there; Linux 6.1 does not ask, and it passes',
  io_uring:
    'Linux 6.12 asks AppArmor about io_uring unless the profile’s abi is older, and it would be refused there; Linux 6.1 does not ask, and it passes',
}

/** Allowed where every kernel allows it; what one would refuse and another not asks about is undecided. */
export function decideNewer(
  profile: Profile,
  rules: readonly NewerRule[],
  { kind, access, facts }: NewerRequest,
): Decision {
  const matching = rules.filter(
    rule =>
      rule.kind === kind &&
      (rule.accesses.length === 0 || rule.accesses.includes(access)) &&
      Object.entries(rule.conditions).every(([name, glob]) => {
        const fact = Object.hasOwn(facts, name) ? facts[name] : undefined
        return fact !== undefined && globMatcher(glob)(fact)
      }),
  )
  return whereAsked(settledBy(profile, matching, { missing: `${kind} ${access}` }), who[kind])
}

function whereAsked(decision: Decision, kernels: string): Decision {
  if (decision.verdict === 'allowed') return decision
  const { by } = decision
  const rule = by.kind === 'rule' ? by.rule : undefined
  const why = rule ? `\`${rule.text}\` denies it` : 'No rule allows it'
  return undecided(`${why}. ${kernels}.`, rule)
}

/** A use of a Unix socket: what kernels that know no addresses look at, and what others look at, too. */
export interface UnixRequest {
  /** `connect`, `send`, … */
  readonly access: string
  readonly type: number
  /** `@name` of an abstract socket, `none`. */
  readonly address?: string
  readonly peerAddress?: string
  /** The label of the other side. */
  readonly peer?: string
}

/** The rules that speak of a use of a socket, to a kernel that looks at all they say. */
export function finely(rules: readonly UnixRule[], request: UnixRequest): readonly UnixRule[] {
  return rules.filter(
    rule =>
      (rule.accesses.length === 0 || rule.accesses.includes(request.access)) &&
      (rule.type === undefined || rule.type === request.type) &&
      fits(rule.address, request.address) &&
      fits(rule.peerAddress, request.peerAddress) &&
      fits(rule.peer, request.peer),
  )
}

function fits(glob: string | undefined, text: string | undefined): boolean {
  if (glob === undefined) return true
  if (text === undefined) return false
  // An address is a glob behind its `@`.
  if (glob.startsWith('@')) return text.startsWith('@') && globMatcher(glob.slice(1))(text.slice(1))
  return globMatcher(glob)(text)
}

/** The same answer of both kinds of kernels is one; two different ones are none. */
export function agreed(coarse: Decision, fine: Decision): Decision {
  if (coarse.verdict === fine.verdict) return coarse.verdict === 'allowed' ? fine : coarse
  const rule = fine.by.kind === 'rule' ? fine.by.rule : coarse.by.kind === 'rule' ? coarse.by.rule : undefined
  const [passes, refused] =
    coarse.verdict === 'allowed'
      ? [
          'Linux 6.1 and 6.12 look at the type of the socket alone',
          'kernels of Ubuntu look at what the rules say of addresses and accesses',
        ]
      : ['kernels of Ubuntu follow rules about addresses', 'Linux 6.1 and 6.12 look at the type of the socket alone']
  return undecided(`It passes where ${passes}; it is refused where ${refused}.`, rule)
}
