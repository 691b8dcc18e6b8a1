import type { ChangeProfileRule, FileRule, Prefix, Rule } from '../policy.ts'
import { capabilityRule } from './capability-rule.ts'
import { conditionHolds } from './condition-expression.ts'
import type { Body } from './draft.ts'
import { changeProfileRule, checkExec, fileRule, linkRule } from './file-rule.ts'
import { mountRule } from './mount-rule.ts'
import { networkRule, unixRule } from './network-rule.ts'
import { type Beginning, beginning, expect, type Parser, peek, take, takeIf, unexpected } from './parser.ts'
import { allRule, dbusRule, ioUringRule, mqueueRule, ptraceRule, signalRule, usernsRule } from './peer-rules.ts'
import { abiRule } from './preamble.ts'
import { innerProfile } from './profile.ts'
import { refuse, stop } from './refusal.ts'
import { rlimitRule } from './rlimit-rule.ts'

const MAX_DEPTH = 64

/** What begins with a word of its own. */
const ruleOf: Readonly<Record<string, (parser: Parser, prefix: Prefix, begin: Beginning) => Rule>> = {
  TOK_NETWORK: networkRule,
  TOK_UNIX: unixRule,
  TOK_CAPABILITY: capabilityRule,
  TOK_CHANGE_PROFILE: changeProfileRule,
  TOK_MOUNT: mountRule,
  TOK_REMOUNT: mountRule,
  TOK_UMOUNT: mountRule,
  TOK_PIVOTROOT: mountRule,
  TOK_DBUS: dbusRule,
  TOK_SIGNAL: signalRule,
  TOK_PTRACE: ptraceRule,
  TOK_USERNS: usernsRule,
  TOK_MQUEUE: mqueueRule,
  TOK_IO_URING: ioUringRule,
  TOK_ALL: allRule,
}

/** The rules up to the closing brace, which is taken. */
export function blockBody(parser: Parser): Body {
  const body: Body = { rules: [], children: [], names: new Set() }
  if (++parser.depth > MAX_DEPTH) {
    const words = `Blocks are nested more than ${MAX_DEPTH} deep, which is not read here. Nest less.`
    throw stop(parser.scanner, 'apparmor-too-large', words, {}, undefined, true)
  }
  while (!takeIf(parser, 'TOK_CLOSE')) statement(parser, body)
  parser.depth--
  return body
}

function statement(parser: Parser, body: Body): void {
  const { kind } = peek(parser)
  if (kind === 'TOK_ABI') abiRule(parser)
  else if (kind === 'TOK_IF') conditional(parser, body)
  else if (kind === 'TOK_SET') body.rules.push(rlimitRule(parser))
  else if (kind === 'TOK_HAT' || kind === 'TOK_CARET' || kind === 'TOK_PROFILE') addChild(body, innerProfile(parser))
  else ruleOrBlock(parser, body)
}

function addChild(body: Body, child: Body['children'][number]): void {
  const name = JSON.stringify([child.namespace, child.name])
  if (body.names.has(name)) {
    const words = `Multiple definitions for hat ${child.name} in profile (null) exist,bailing out.`
    throw refuse('apparmor-duplicate-profile', words, child.place, { name: child.name })
  }
  body.names.add(name)
  body.children.push(child)
}

function ruleOrBlock(parser: Parser, body: Body): void {
  const begin = beginning(parser)
  const prefix = prefixOf(parser)
  const { kind } = peek(parser)
  const own = Object.hasOwn(ruleOf, kind) ? ruleOf[kind] : undefined
  if (own) body.rules.push(own(parser, prefix, begin))
  else if (kind === 'TOK_LINK') body.rules.push(linkRule(parser, prefix, begin))
  else if (kind === 'TOK_OPEN') prefixed(parser, body, prefix)
  else body.rules.push(fileRule(parser, prefix, begin))
}

const modes: Readonly<Record<string, Prefix['mode']>> = { TOK_ALLOW: 'allow', TOK_DENY: 'deny', TOK_PROMPT: 'prompt' }

/** `priority=1 audit deny owner`, each of them or not, in this order. */
function prefixOf(parser: Parser): Prefix {
  const priority = priorityOf(parser)
  const audit = takeIf(parser, 'TOK_AUDIT') !== undefined
  const mode = modes[takeIf(parser, 'TOK_ALLOW', 'TOK_DENY', 'TOK_PROMPT')?.kind ?? ''] ?? 'allow'
  const owner = takeIf(parser, 'TOK_OWNER', 'TOK_OTHER')?.kind
  return { priority, audit, mode, ...(owner && { owner: owner === 'TOK_OWNER' ? 'owner' : 'other' }) }
}

function priorityOf(parser: Parser): number {
  if (!takeIf(parser, 'TOK_PRIORITY')) return 0
  expect(parser, 'TOK_EQUALS')
  const priority = Number(expect(parser, 'TOK_VALUE').text)
  if (Math.abs(priority) <= 1000) return priority
  // The parser's own format is wrong here: it prints a letter instead of the number.
  const words = `invalid priority %l > ${priority > 0 ? 1000 : -1000}`
  throw stop(parser.scanner, 'apparmor-prefix', words, { priority })
}

/** A block with a prefix: the parser keeps its file rules, under that prefix alone, and loses all others. */
function prefixed(parser: Parser, body: Body, prefix: Prefix): void {
  take(parser)
  const inside = blockBody(parser)
  if (prefix.priority !== 0) {
    throw stop(parser.scanner, 'apparmor-prefix', 'priority is not allowed on rule blocks')
  }
  const kept = (rule: Rule): rule is FileRule | ChangeProfileRule =>
    rule.kind === 'file' || rule.kind === 'change_profile'
  for (const rule of inside.rules.filter(kept)) {
    if (rule.kind === 'file') checkExec(parser, prefix, rule.exec)
    const { priority, audit, mode } = prefix
    const owner = prefix.owner ?? rule.owner
    body.rules.push({ ...rule, priority, audit, mode, ...(owner && { owner }) })
  }
}

/** `if … { } else if … { } else { }`: what does not hold is read and forgotten. */
function conditional(parser: Parser, body: Body): void {
  for (let reached = true; ; ) {
    take(parser)
    const holds = conditionHolds(parser)
    expect(parser, 'TOK_OPEN')
    merge(body, blockBody(parser), reached && holds)
    reached &&= !holds
    if (!takeIf(parser, 'TOK_ELSE')) return
    if (peek(parser).kind === 'TOK_IF') continue
    if (!takeIf(parser, 'TOK_OPEN')) throw unexpected(parser, 'TOK_OPEN', 'TOK_IF')
    merge(body, blockBody(parser), reached)
    return
  }
}

function merge(body: Body, inside: Body, holds: boolean): void {
  if (!holds) return
  body.rules.push(...inside.rules)
  for (const child of inside.children) addChild(body, child)
}
