import type { Finding } from '../../yaml/finding.ts'
import { actionOf, isRefusedErrno, sameVerdict, type Verdict, verdictOf } from './action.ts'
import { architectureOf } from './architecture.ts'
import { addRule, type CallRules } from './call-rules.ts'
import { type Condition, condition, operatorOf } from './condition.ts'
import type { SeccompVerdict } from './decision.ts'
import { finding, type SeccompCode } from './finding-codes.ts'
import { multiplexer } from './multiplexed.ts'
import type { Arch, SeccompArg, SeccompEntry, SeccompProfile } from './profile.ts'
import { isSyscall, syscallNumber } from './syscalls.ts'

/** The rules of one table by number; a name that does not exist there keeps its rules by name, where only conflicts matter. */
export type Table = Map<number | string, CallRules<SeccompVerdict>>

export interface Filter {
  readonly tables: ReadonlyMap<Arch, Table>
  readonly fallback: SeccompVerdict
}

export interface Built {
  readonly filter?: Filter
  readonly findings: readonly Finding[]
}

/** Words that runc puts before what went wrong while installing, under `noNewPrivileges`; without, the second half is missing. */
const INSTALLING = 'unable to start container process: unable to init seccomp: '

/** The kernel takes 4096 instructions, and a rule with conditions is at least four on a table of 64 bits. */
const MAX_CONDITIONAL = 1024

/**
 * Builds the filter as runc 1.1.15 (or crun) does with libseccomp 2.6.0: in file order, every name of an entry for itself.
 * The first finding is what the runtime says. What it refuses about NOTIFY is its own wish: the library would build the filter,
 * and so it is there.
 */
export function buildFilter(profile: SeccompProfile, native: Arch, runtime: 'runc' | 'crun'): Built {
  const action = actionOf(profile.defaultAction)
  if (action === undefined) return { findings: [] }
  const verdict = verdictOf(action, profile.defaultErrnoRet)
  const early = refusedNotify(profile, verdict)
  const tables = new Map<Arch, Table>([[native, new Map()]])
  for (const name of profile.architectures) {
    const { arch } = architectureOf(name) ?? {}
    if (arch && !tables.has(arch)) tables.set(arch, new Map())
  }
  const refused = refusedHead(profile, verdict) ?? addEntries(tables, profile, verdict, runtime)
  if (refused) return { findings: [...early, refused] }
  const range = profile.defaultActionRange
  const fallback: SeccompVerdict = { ...verdict, by: { kind: 'default', ...(range && { range }) } }
  return { filter: { tables, fallback }, findings: early.length > 0 ? early : missingListener(profile) }
}

/** A container that waits for an answer about its `write` could never hand over the listener that answers. */
function refusedNotify(profile: SeccompProfile, fallback: Verdict): readonly Finding[] {
  const index = profile.syscalls.findIndex(it => it.action === 'SCMP_ACT_NOTIFY' && it.names.includes('write'))
  if (index >= 0) {
    const words = 'SCMP_ACT_NOTIFY cannot be used for the write syscall'
    return [refuse('seccomp-notify-write', ['syscalls', index], profile.syscalls[index]?.range, words)]
  }
  if (fallback.action !== 'NOTIFY') return []
  const words = 'SCMP_ACT_NOTIFY cannot be used as default action'
  return [refuse('seccomp-notify-default', ['defaultAction'], profile.defaultActionRange, words)]
}

/** A filter that asks somebody needs somebody to ask; noticed last, when the filter is installed. */
function missingListener(profile: SeccompProfile): readonly Finding[] {
  const index = profile.syscalls.findIndex(entry => entry.action === 'SCMP_ACT_NOTIFY' && entry.names.length > 0)
  if (index < 0 || profile.listenerPath !== '') return []
  const words = 'unable to start container process: listenerPath is not set'
  return [finding('seccomp-notify-listener', ['syscalls', index], profile.syscalls[index]?.range, words)]
}

function refusedHead(profile: SeccompProfile, fallback: Verdict): Finding | undefined {
  if (isRefusedErrno(fallback)) {
    const words = 'error creating filter: could not create filter'
    const { errno } = fallback
    return refuse('seccomp-default-rejected', ['defaultErrnoRet'], profile.defaultActionRange, words, { errno })
  }
  const foreign = profile.architectures.findIndex(name => architectureOf(name)?.bigEndian)
  if (foreign < 0) return undefined
  const words = 'error adding architecture to seccomp filter: numerical argument out of domain'
  const architecture = profile.architectures[foreign]
  const range = profile.architectureRanges?.[foreign]
  return refuse('seccomp-foreign-endian', ['architectures', foreign], range, words, { architecture })
}

function addEntries(
  tables: ReadonlyMap<Arch, Table>,
  profile: SeccompProfile,
  fallback: Verdict,
  runtime: 'runc' | 'crun',
): Finding | undefined {
  let rules = 0
  for (const [index, entry] of profile.syscalls.entries()) {
    const split = rulesOf(runtime === 'crun' ? entry.args.slice(0, 6) : entry.args)
    rules += entry.args.length === 0 || 'tooHigh' in split ? 0 : entry.names.length * split.conditions.length
    if (rules > MAX_CONDITIONAL) {
      const words = `The profile makes more than ${MAX_CONDITIONAL} rules with conditions, which no filter holds. Make it smaller.`
      return finding('seccomp-too-complex', ['syscalls', index], entry.range, words, { limit: MAX_CONDITIONAL })
    }
    const refused = addEntry(tables, index, entry, split, fallback, runtime)
    if (refused) return refused
  }
  return undefined
}

function addEntry(
  tables: ReadonlyMap<Arch, Table>,
  index: number,
  entry: SeccompEntry,
  rules: Rules,
  fallback: Verdict,
  runtime: 'runc' | 'crun',
): Finding | undefined {
  const action = actionOf(entry.action)
  if (action === undefined) return undefined
  const verdict = verdictOf(action, entry.errnoRet)
  const decision: SeccompVerdict = {
    ...verdict,
    by: { kind: 'rule', rule: index, ...(entry.range && { range: entry.range }) },
  }
  const refuseHere = (code: SeccompCode, at: number, words: string, data: Record<string, unknown> = {}) =>
    refuse(code, ['syscalls', index, 'names', at], entry.nameRanges?.[at] ?? entry.range, words, data)
  for (const [at, name] of entry.names.entries()) {
    if (name === '' && runtime === 'runc') {
      return refuseHere('seccomp-empty-name', at, 'empty string is not a valid syscall')
    }
    if (sameVerdict(verdict, fallback) || !isSyscall(name)) continue
    if ('tooHigh' in rules) {
      const words = `error creating seccomp syscall condition for syscall ${name}: syscalls only have up to 6 arguments (${rules.tooHigh} given)`
      return refuseHere('seccomp-argument-index', at, words, { index: rules.tooHigh })
    }
    const adding = `error adding seccomp ${entry.args.length === 0 ? 'filter ' : ''}rule for syscall ${name}`
    if (isRefusedErrno(verdict)) {
      const words = `${adding}: two checks on same syscall argument`
      return refuseHere('seccomp-action-rejected', at, words, { syscall: name, errno: verdict.errno })
    }
    for (const conditions of rules.conditions) {
      if (!addToAll(tables, name, conditions, decision)) {
        return refuseHere('seccomp-rule-conflict', at, `${adding}: file exists`, { syscall: name })
      }
    }
  }
  return undefined
}

type Rules = { readonly conditions: readonly (readonly Condition[])[] } | { readonly tooHigh: bigint }

/** When two comparisons look at one argument, every comparison of the entry becomes a rule of its own. */
function rulesOf(args: readonly SeccompArg[]): Rules {
  const conditions: Condition[] = []
  for (const { index, op, value, valueTwo } of args) {
    if (index > 5n) return { tooHigh: index }
    conditions.push(condition(Number(index), operatorOf(op) ?? 'EQ', value, valueTwo))
  }
  const apart = new Set(conditions.map(it => it.arg)).size === conditions.length
  return { conditions: apart ? [conditions] : conditions.map(it => [it]) }
}

/** A rule goes into all tables or the profile is refused. */
function addToAll(
  tables: ReadonlyMap<Arch, Table>,
  name: string,
  conditions: readonly Condition[],
  decision: SeccompVerdict,
): boolean {
  for (const [arch, table] of tables) {
    const wide = arch === 'x86_64' || arch === 'aarch64'
    const number = syscallNumber(arch, name)
    const mux = arch === 'x86' ? multiplexer(name) : undefined
    if (mux) {
      const call = condition(0, 'EQ', BigInt(mux.call), 0n)
      if (!add(table, mux.number, [call, ...conditions.filter(it => it.arg !== 0)], wide, decision)) return false
      if (number === undefined) continue
    }
    if (!add(table, number ?? name, conditions, wide, decision)) return false
  }
  return true
}

function add(
  table: Table,
  call: number | string,
  conditions: readonly Condition[],
  wide: boolean,
  decision: SeccompVerdict,
): boolean {
  const leaf = { key: `${decision.action} ${decision.errno ?? ''}`, decision }
  const added = addRule(table.get(call), conditions, wide, leaf)
  if (added === 'conflict') return false
  table.set(call, added)
  return true
}

function refuse(
  code: SeccompCode,
  path: Finding['path'],
  range: Finding['range'],
  words: string,
  data: Record<string, unknown> = {},
): Finding {
  return finding(code, path, range, INSTALLING + words, data)
}
