import { MAX_NODES } from '../glob/automaton.ts'
import { parseGlob, withoutDoubleSlashes } from '../glob/parse.ts'
import { permission } from '../permissions.ts'
import type { FileRule, MountRule, Policy, Profile, Rule, UnixRule } from '../policy.ts'
import type { Draft } from './draft.ts'
import { checkExactPaths, checkOverlaps } from './exec-conflicts.ts'
import { encodes } from './mount-rule.ts'
import type { Parser } from './parser.ts'
import { refuse } from './refusal.ts'
import { expanded, type Variables } from './variables.ts'

/** How messages name the program itself. */
const PROGRAM = '/usr/sbin/apparmor_parser'

interface Work extends Variables {
  readonly aliases: Parser['aliases']
  /** Characters of globs so far. */
  length: number
}

/** What the parser does when everything is read: fills in variables, then looks at the rules of each profile together. */
export function finished({ profiles, sets, booleans, aliases }: Parser): Policy {
  const work: Work = { sets, booleans, aliases, filled: new Map(), length: 0 }
  const done = new Map(sorted(profiles).map(draft => [draft, profileOf(work, draft, undefined)]))
  return { profiles: profiles.flatMap(draft => done.get(draft) ?? []) }
}

/** The order of the parser's own list. */
function sorted(drafts: readonly Draft[]): readonly Draft[] {
  const key = ({ namespace, name }: Draft) => `${namespace === undefined ? 0 : 1}${namespace ?? ''}\0${name}`
  return [...drafts].sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function profileOf(work: Work, draft: Draft, parent: string | undefined): Profile {
  const { place, body, namespace, kind, mode, audit, flags, unheld } = draft
  const outside: Variables = work
  const name = expanded(draft.name, outside, place)
  const attachment = draft.attachment === undefined ? undefined : expanded(draft.attachment, outside, place)
  checkDisconnected(draft, outside)
  const label = parent === undefined ? name : `${parent}//${name}`
  const escaped = label.replace(/\\.|[{}[\]*?]/gs, it => (it.length > 1 ? it : `\\${it}`))
  const inside: Variables = { ...work, profileName: escaped }
  // The parser keeps file rules in reverse, and stops at the first fault.
  const filled = new Map<Rule, Rule>()
  const files = body.rules.filter(rule => rule.kind === 'file' || rule.kind === 'change_profile').reverse()
  const others = body.rules.filter(rule => rule.kind !== 'file' && rule.kind !== 'change_profile')
  for (const rule of [...files, ...others]) filled.set(rule, fill(rule, inside, work))
  const rules = [...body.rules.flatMap(rule => withParts(filled.get(rule) ?? rule)), ...implied(draft)]
  const all = aliased(work, rules)
  checkExactPaths(label, all)
  checkAttachment(attachment ?? name, place, label)
  checkGlobs(label, all)
  checkOverlaps(label, all)
  for (const rule of all) {
    if (!isMount(rule) || encodes(rule)) continue
    const failed = `Encoding of mount rule failed\nERROR processing policydb rules for profile ${name}, failed to load`
    throw refuse('apparmor-mount', failed, rule.place)
  }
  const done = new Map(sorted(body.children).map(child => [child, profileOf(work, child, label)]))
  const children = body.children.flatMap(child => done.get(child) ?? [])
  const optional = { ...(namespace !== undefined && { namespace }), ...(attachment !== undefined && { attachment }) }
  return { label, ...optional, mode, audit, flags, kind, rules: all, children, place, unheld }
}

function isMount(rule: Rule): rule is MountRule {
  return rule.kind === 'mount' || rule.kind === 'remount' || rule.kind === 'umount' || rule.kind === 'pivot_root'
}

function checkDisconnected({ disconnectedPath, place }: Draft, variables: Variables): void {
  if (disconnectedPath === undefined) return
  if (expanded(disconnectedPath, variables, place).startsWith('/')) return
  throw refuse('apparmor-flag', 'attach_disconnected_path value must begin with a /', place)
}

function fill(rule: Rule, variables: Variables, work: Work): Rule {
  const of = (text: string) => {
    const made = expanded(text, variables, rule.place)
    count(work, made, rule)
    return made
  }
  const path = (text: string) => withoutDoubleSlashes(of(text))
  switch (rule.kind) {
    case 'file': {
      const { link, exec } = rule
      const target = link?.target === undefined ? undefined : path(link.target)
      const named = exec?.target === undefined ? undefined : of(exec.target)
      return {
        ...rule,
        path: path(rule.path),
        ...(link && { link: { ...link, ...(target !== undefined && { target }) } }),
        ...(exec && { exec: { ...exec, ...(named !== undefined && { target: named }) } }),
      }
    }
    case 'change_profile':
      return { ...rule, target: of(rule.target), ...(rule.exec !== undefined && { exec: of(rule.exec) }) }
    case 'signal':
    case 'ptrace':
      return { ...rule, ...(rule.peer !== undefined && { peer: of(rule.peer) }) }
    case 'mount':
    case 'remount':
    case 'umount':
    case 'pivot_root':
      return {
        ...rule,
        filesystems: rule.filesystems.map(of),
        ...(rule.mountPoint !== undefined && { mountPoint: path(rule.mountPoint) }),
        ...(rule.source !== undefined && { source: path(rule.source) }),
      }
    case 'unix':
      return { ...rule, ...Object.fromEntries(addressesOf(rule).map(([key, glob]) => [key, of(glob)])) }
    case 'dbus':
    case 'mqueue':
    case 'io_uring': {
      const conditions = Object.entries(rule.conditions).map(([name, glob]) => [name, of(glob)] as const)
      return { ...rule, conditions: Object.fromEntries(conditions) }
    }
    default:
      return rule
  }
}

/** What a rule about Unix sockets says of addresses and labels. */
function addressesOf(rule: UnixRule): readonly (readonly ['address' | 'peerAddress' | 'peer', string])[] {
  return (['address', 'peerAddress', 'peer'] as const).flatMap(key => {
    const glob = rule[key]
    return glob === undefined ? [] : [[key, glob] as const]
  })
}

/** `all,` is a rule of every kind; the one for programs gives way to any other. */
function withParts(rule: Rule): readonly Rule[] {
  if (rule.kind !== 'all') return [rule]
  const { kind: _, ...stated } = rule
  const path = '/{**,}'
  const { x, ...others } = permission
  const files = Object.values(others).reduce((all, bit) => all | bit, 0)
  const exec = { ...(rule.mode !== 'deny' && { to: 'inherit' as const }), unsafe: false }
  const nothing = { accesses: [], conditional: false }
  return [
    rule,
    { kind: 'file', ...stated, path, permissions: files },
    { kind: 'file', ...stated, priority: rule.priority - 2, path, permissions: x, exec },
    { kind: 'capability', ...stated, names: [] },
    { kind: 'network', ...stated, ...nothing, sockets: undefined },
    { kind: 'signal', ...stated, accesses: [], signals: [] },
    { kind: 'ptrace', ...stated, accesses: [] },
    { kind: 'unix', ...stated, accesses: [] },
    ...(['dbus', 'mqueue', 'userns', 'io_uring'] as const).map(kind => ({
      kind,
      ...stated,
      accesses: [],
      conditions: {},
    })),
    ...(['mount', 'remount', 'umount', 'pivot_root'] as const).map(kind => ({ kind, ...stated, filesystems: [] })),
  ]
}

/** Globs become automata, whose size has a limit. */
function count(work: Work, glob: string, { place }: Rule): void {
  work.length += glob.length
  if (work.length <= MAX_NODES / 2) return
  const words = 'The paths of this policy are too many or too long to be read here. Leave some out.'
  throw refuse('apparmor-too-large', words, place)
}

/** What the parser adds by itself so that a program can change its profile or its hat. */
function implied({ kind, body, place }: Draft): readonly FileRule[] {
  const changes = body.rules.some(rule => rule.kind === 'change_profile' && rule.mode !== 'deny')
  const hats = kind === 'hat' || body.children.length > 0
  if (!changes && !hats) return []
  const rule = (path: string, permissions: number): FileRule => {
    const text = `${path} ${permissions === permission.r ? 'r' : 'w'}`
    return { kind: 'file', priority: 0, audit: false, mode: 'allow', place, text, path, permissions }
  }
  const write = permission.w | permission.a
  return [
    rule('/proc/*/attr/apparmor/', permission.r),
    rule('/sys/module/apparmor/parameters/enabled', permission.r),
    ...(changes ? [rule('/proc/*/attr/{apparmor/,}{current,exec}', write)] : []),
    ...(hats ? [rule('/proc/[0-9]*/attr/{apparmor/,}current', write)] : []),
  ]
}

/** An alias adds a rule to each whose path begins with its first word. */
function aliased(work: Work, rules: readonly Rule[]): readonly Rule[] {
  const { aliases } = work
  if (aliases.length === 0) return rules
  return rules.flatMap((rule): readonly Rule[] => {
    if (rule.kind !== 'file') return [rule]
    const more = aliases.flatMap(({ from, to }): readonly FileRule[] => {
      const path = rule.path.startsWith(from) ? to + rule.path.slice(from.length) : undefined
      const target = rule.link?.target
      const linked = target?.startsWith(from) ? to + target.slice(from.length) : undefined
      if (path === undefined && linked === undefined) return []
      const link = rule.link && { ...rule.link, ...(linked !== undefined && { target: linked }) }
      const made = { ...rule, path: path ?? rule.path, ...(link && { link }) }
      count(work, made.path + (linked ?? ''), rule)
      return [made]
    })
    return [rule, ...more]
  })
}

function checkAttachment(glob: string, place: Profile['place'], label: string): void {
  const parsed = parseGlob(glob)
  if ('node' in parsed) return
  const named = `${PROGRAM}: Invalid profile name '${glob}' - bad regular expression`
  const failed = `ERROR processing regexs for profile ${label}, failed to load`
  throw refuse('apparmor-glob', words(parsed.errors, glob, named, failed), place, { glob })
}

function checkGlobs(label: string, rules: readonly Rule[]): void {
  for (const rule of [...rules].reverse()) {
    for (const glob of globsOf(rule)) {
      const parsed = parseGlob(glob)
      if ('node' in parsed) continue
      const kind = rule.kind === 'file' || rule.kind === 'change_profile' ? 'regexs' : 'policydb rules'
      const failed = `ERROR processing ${kind} for profile ${label}, failed to load`
      throw refuse('apparmor-glob', words(parsed.errors, glob, failed), rule.place, { glob })
    }
  }
}

function globsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'file':
      return [rule.path, ...(rule.link?.target === undefined ? [] : [rule.link.target])]
    case 'change_profile':
      return [rule.target, ...(rule.exec === undefined ? [] : [rule.exec])]
    case 'signal':
    case 'ptrace':
      return rule.peer === undefined ? [] : [rule.peer]
    case 'mount':
    case 'remount':
    case 'umount':
    case 'pivot_root':
      return [...rule.filesystems, ...[rule.source, rule.mountPoint].flatMap(it => it ?? [])]
    case 'unix':
      // An address is a glob behind its `@`.
      return addressesOf(rule).map(([key, glob]) => (key === 'peer' ? glob : glob.replace(/^@/, '')))
    case 'dbus':
    case 'mqueue':
    case 'io_uring':
      return Object.values(rule.conditions)
    default:
      return []
  }
}

/** The parser's lines about a glob, and what it says of the profile then. */
function words(errors: readonly string[], glob: string, ...last: readonly string[]): string {
  const first = errors.length > 0 ? [...errors, `Unable to parse input line '${glob}'`] : []
  return [...first.map(line => `${PROGRAM}: ${line}`), ...last].join('\n')
}
