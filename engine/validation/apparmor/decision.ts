import type { Profile, ProfileMode, Rule } from './policy.ts'

/** What decided. */
export type Reason =
  /** This rule gives it, or denies it in words. */
  | { readonly kind: 'rule'; readonly rule: Rule }
  /** No rule gives it; `missing` are the letters of a file rule, or the rule that there is not. */
  | { readonly kind: 'no-rule'; readonly missing: string }
  /** The same, and the profile only complains. */
  | { readonly kind: 'complain'; readonly missing: string }
  /** The profile confines nothing. */
  | { readonly kind: 'unconfined' }
  /** AppArmor is not asked about such things. */
  | { readonly kind: 'not-mediated' }
  /** The rule names a profile that is not loaded. */
  | { readonly kind: 'no-profile'; readonly label: string; readonly rule?: Rule }
  /** What would decide is not known here. `says` is a sentence. */
  | { readonly kind: 'unknown'; readonly says: string; readonly rule?: Rule }

/**
 * `log` is the type of the audit record, `none` when there is none. `errno` is there when it is refused. `undecided` comes
 * with the reason `unknown` and with nothing else: whoever asks must not take it for one of the others.
 */
export interface Decision {
  readonly verdict: 'allowed' | 'denied' | 'killed' | 'undecided'
  readonly errno?: number
  readonly log: 'none' | 'AUDIT' | 'DENIED' | 'ALLOWED' | 'KILLED'
  readonly by: Reason
  /** Of what was wanted of a file, the letters that the record names; where they are not given, it names all. */
  readonly logged?: string
}

export const ENOENT = 2
export const EPERM = 1
export const EACCES = 13

export const unconfined: Decision = { verdict: 'allowed', log: 'none', by: { kind: 'unconfined' } }

export function undecided(says: string, rule?: Rule): Decision {
  return { verdict: 'undecided', log: 'none', by: { kind: 'unknown', says, ...(rule && { rule }) } }
}

export function confines(mode: ProfileMode): boolean {
  return mode !== 'unconfined' && mode !== 'default_allow'
}

/** What the rules of a profile say of one request. */
export interface RulesSay {
  /** Gives what was asked. Undefined when something of it is missing. */
  readonly given?: Rule | undefined
  /** Denies it in words. */
  readonly denied?: Rule | undefined
  /** A rule that matches has `audit`. */
  readonly audited: boolean
  /** All that is missing is denied without `audit`. */
  readonly quiet: boolean
  readonly missing: string
  readonly errno?: number
  /** A kill profile ends the process, where AppArmor does that for this kind of request. */
  readonly kills?: boolean
  readonly logged?: string
}

/** What the rules say, made a decision by the profile's mode. */
export function settled({ mode, audit }: Profile, said: RulesSay): Decision {
  const { given, denied, audited, quiet, missing, errno = EACCES, kills = true } = said
  if (!confines(mode)) return unconfined
  const logged = said.logged !== undefined && { logged: said.logged }
  if (given) {
    const by: Reason = { kind: 'rule', rule: given }
    return audited || audit
      ? { verdict: 'allowed', log: 'AUDIT', by, ...logged }
      : { verdict: 'allowed', log: 'none', by }
  }
  const by: Reason = denied ? { kind: 'rule', rule: denied } : { kind: 'no-rule', missing }
  // A plain deny holds even where a profile only complains. A profile that logs everything has none.
  if (quiet && !audit) return { verdict: 'denied', errno, log: 'none', by }
  if (mode === 'complain') return { verdict: 'allowed', log: 'ALLOWED', by: { kind: 'complain', missing }, ...logged }
  if (mode !== 'kill') return { verdict: 'denied', errno, log: 'DENIED', by, ...logged }
  return kills
    ? { verdict: 'killed', log: 'KILLED', by, ...logged }
    : { verdict: 'denied', errno, log: 'KILLED', by, ...logged }
}

/** The same for rules that give one thing: the rules that match, whatever they say. */
export function settledBy(
  profile: Profile,
  matching: readonly Rule[],
  rest: Pick<RulesSay, 'missing' | 'errno' | 'kills'>,
): Decision {
  const top = highest(matching)
  const denying = top.filter(rule => rule.mode === 'deny')
  const given = denying.length === 0 ? top[0] : undefined
  return settled(profile, {
    ...rest,
    given,
    denied: denying[0],
    audited: top.some(rule => rule.audit),
    quiet: denying.length > 0 && denying.some(rule => !rule.audit),
  })
}

/** Of rules with priorities, those that count. */
export function highest<Kind extends Rule>(rules: readonly Kind[]): readonly Kind[] {
  const priority = Math.max(...rules.map(rule => rule.priority))
  return rules.filter(rule => rule.priority === priority)
}
