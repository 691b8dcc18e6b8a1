import { type Decision, highest, settled } from './decision.ts'
import { automaton } from './glob/automaton.ts'
import { globMatcher } from './glob/matcher.ts'
import { parseGlob } from './glob/parse.ts'
import { lettersOf, permission } from './permissions.ts'
import type { ExecMode, FileRule, Profile } from './policy.ts'

/** Decides about paths under one profile. */
export interface FileDecider {
  /** `wanted` are bits of `permissions.ts`; `owner`: the process owns the file. Directories end in a slash. */
  decide(path: string, wanted: number, owner: boolean): Decision
  /** How the program at a path is run; undefined when no rule says. */
  exec(path: string, owner: boolean): { readonly rule: FileRule; readonly mode: ExecMode } | undefined
  /** Whether `link` may become another name of `target`. */
  link(link: string, target: string, owner: boolean): Decision
}

/** A rule that says how a program is run. */
type Running = FileRule & { readonly exec: ExecMode }

function isRunning(rule: FileRule): rule is Running {
  return rule.exec?.to !== undefined && rule.mode !== 'deny'
}

/** What all rules that match one path say together, for the owner of the file or for others. */
interface Granted {
  readonly allow: number
  readonly quiet: number
  readonly audit: number
  readonly rules: readonly FileRule[]
  readonly exec?: Running
  /** By wanted bits: a path is asked about often. */
  readonly decisions: (Decision | undefined)[]
}

const bits = Object.values(permission)
const everything = bits.reduce((all, bit) => all | bit, 0)

/** Compiles the file rules of a profile into one automaton: a decision reads the path once. */
export function fileDecider(profile: Profile): FileDecider {
  const rules = profile.rules.filter(rule => rule.kind === 'file')
  const parsed = rules.map(rule => parseGlob(rule.path))
  const machine = automaton(parsed.map(it => ('node' in it ? it.node : { kind: 'choice', parts: [] })))
  const exact = new Set(rules.filter((_, index) => isExact(parsed[index])))
  const known: (Granted | undefined)[] = []
  const links = rules.map(rule => (rule.permissions & permission.l ? linkOf(rule) : undefined))

  function granted(path: string, owner: boolean): Granted {
    const found = machine?.find(path) ?? 0
    const key = found * 2 + (owner ? 1 : 0)
    const there = known[key]
    if (there) return there
    const matching = (machine?.matching(found) ?? []).flatMap(index => rules[index] ?? [])
    const mine = matching.filter(rule => rule.owner === undefined || (rule.owner === 'owner') === owner)
    const made = combined(mine, exact)
    known[key] = made
    return made
  }

  function decide(path: string, wanted: number, owner: boolean): Decision {
    const found = granted(path, owner)
    const there = found.decisions[wanted]
    if (there) return there
    const made = decided(profile, found, wanted)
    found.decisions[wanted] = made
    return made
  }

  return {
    decide,
    exec(path, owner) {
      const rule = granted(path, owner).exec
      return rule && { rule, mode: rule.exec }
    },
    link(link, target, owner) {
      const first = decide(link, permission.l, owner)
      if (first.verdict !== 'allowed') return first
      const from = granted(link, owner)
      const pairs = from.rules.filter(rule => links[rules.indexOf(rule)]?.(target))
      const denying = pairs.filter(rule => rule.mode === 'deny')
      const allowing = pairs.filter(rule => rule.mode !== 'deny')
      const audited = pairs.some(rule => rule.audit)
      const common = { missing: 'l', audited, denied: denying[0], quiet: denying.some(rule => !rule.audit) }
      if (denying.length > 0 || allowing.length === 0) return settled(profile, common)
      // Unless the rule names its target, nothing may be possible under the new name that is not under the old one.
      const subset = allowing.some(rule => rule.link?.target === undefined || rule.link.subset)
      const to = granted(target, owner)
      const more = subset ? from.allow & ~permission.l & ~to.allow : 0
      if (more) return settled(profile, { ...common, missing: lettersOf(more) })
      const runsOtherwise = subset && from.exec && to.exec && from.exec !== to.exec
      if (runsOtherwise && from.exec?.exec.to !== to.exec?.exec.to) return settled(profile, { ...common, missing: 'x' })
      return settled(profile, { ...common, given: allowing[0] })
    },
  }
}

function isExact(parsed: ReturnType<typeof parseGlob> | undefined): boolean {
  return parsed !== undefined && 'node' in parsed && parsed.exact
}

function linkOf({ link }: FileRule): (target: string) => boolean {
  const target = link?.target
  return target === undefined ? path => /^\/[^/]/.test(path) : globMatcher(target)
}

/** `ix` lets a program be mapped, too. */
function bitsOf({ permissions, exec }: FileRule): number {
  const inherits = exec?.to === 'inherit' || exec?.otherwise === 'inherit'
  return inherits ? permissions | permission.m : permissions
}

function combined(rules: readonly FileRule[], exact: ReadonlySet<FileRule>): Granted {
  let allow = 0
  let quiet = 0
  let audit = 0
  for (const bit of bits) {
    const about = rules.filter(rule => bitsOf(rule) & bit)
    if (about.length === 0) continue
    const top = highest(about)
    const denying = top.filter(rule => rule.mode === 'deny' && bit !== permission.l)
    if (denying.length === 0 && top.some(rule => rule.mode !== 'deny')) allow |= bit
    if (denying.some(rule => !rule.audit)) quiet |= bit
    if (top.some(rule => rule.audit && rule.mode !== 'deny')) audit |= bit
  }
  const runs = highest(rules.filter(isRunning))
  const exec = runs.find(rule => exact.has(rule)) ?? runs[0]
  return {
    ...{ allow, quiet, audit, rules, decisions: [] },
    ...(exec && allow & permission.x && { exec }),
  }
}

function decided(profile: Profile, { allow, quiet, audit, rules }: Granted, wanted: number): Decision {
  const missing = wanted & ~allow
  const about = (bit: number, denies: boolean) =>
    rules.find(rule => bitsOf(rule) & bit && (rule.mode === 'deny') === denies)
  return settled(profile, {
    given: missing === 0 ? about(wanted & everything, false) : undefined,
    denied: missing === 0 ? undefined : about(missing, true),
    audited: (audit & wanted) !== 0,
    quiet: missing !== 0 && (missing & ~quiet) === 0,
    missing: lettersOf(missing),
    logged: lettersOf(
      missing === 0 ? wanted & (profile.audit ? wanted : audit) : missing & ~(profile.audit ? 0 : quiet),
    ),
  })
}
