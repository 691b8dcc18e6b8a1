import type { ProfileMode } from '../policy.ts'
import { expect, type Parser, peek, take, takeIf } from './parser.ts'
import { stop } from './refusal.ts'
import { signalNumber } from './signal-number.ts'
import { errnoNames } from './tables.ts'

/** `flags=(…)` of a profile. */
export interface Flags {
  readonly mode: ProfileMode
  readonly audit: boolean
  readonly flags: readonly string[]
  readonly disconnectedPath?: string
}

const modes: readonly ProfileMode[] = ['enforce', 'complain', 'kill', 'unconfined', 'prompt', 'default_allow']
const plain = new Set([
  'debug',
  'audit',
  'chroot_relative',
  'namespace_relative',
  'mediate_deleted',
  'delegate_deleted',
  'attach_disconnected',
  'no_attach_disconnected',
  'chroot_attach',
  'chroot_no_attach',
  'interruptible',
])
const opposites = [
  ['chroot_relative', 'namespace_relative'],
  ['mediate_deleted', 'delegate_deleted'],
  ['attach_disconnected', 'no_attach_disconnected'],
  ['chroot_attach', 'chroot_no_attach'],
] as const

/** What stands between a profile's name and its brace. */
export function profileFlags(parser: Parser): Flags {
  const name = takeIf(parser, 'TOK_CONDID')
  if (name) {
    expect(parser, 'TOK_EQUALS')
    if (name.text !== 'flags') {
      throw stop(parser.scanner, 'apparmor-flag', `expected flags= got ${name.text}=`, {}, name.place.range)
    }
    if (peek(parser).kind !== 'TOK_OPENPAREN') expect(parser, 'TOK_OPENPAREN')
  } else if (peek(parser).kind !== 'TOK_OPENPAREN') {
    return { mode: 'enforce', audit: false, flags: [] }
  }
  take(parser)
  return merged(parser)
}

/** The flags one by one: what is wrong is said when it is read. */
function merged(parser: Parser): Flags {
  let mode: ProfileMode | undefined
  const said = new Map<string, string>()
  const flags = new Set<string>()
  for (let token = expect(parser, 'TOK_VALUE'); token.kind === 'TOK_VALUE'; ) {
    const { text: flag, place } = token
    const fail = (words: string, data = {}) => stop(parser.scanner, 'apparmor-flag', words, data, place.range)
    const named = modes.find(it => it === flag)
    if (named) {
      if (mode !== undefined && mode !== named) {
        throw fail(`Profile flag '${mode}' conflicts with '${named}'`, { flag: mode, other: named })
      }
      mode = named
    } else {
      addFlag(fail, flags, said, flag)
    }
    token = expect(parser, 'TOK_VALUE', 'TOK_CLOSEPAREN')
  }
  const disconnectedPath = said.get('attach_disconnected.path')
  return {
    mode: mode ?? 'enforce',
    audit: flags.has('audit'),
    flags: [...(mode ? [mode] : []), ...flags],
    ...(disconnectedPath !== undefined && { disconnectedPath }),
  }
}

type Fail = (words: string, data?: Readonly<Record<string, unknown>>) => Error

function addFlag(fail: Fail, flags: Set<string>, said: Map<string, string>, flag: string): void {
  const [, key, value = ''] = /^(attach_disconnected\.path|kill\.signal|error)=(.*)$/s.exec(flag) ?? []
  if (key === undefined && !plain.has(flag)) throw fail(`Invalid profile flag: ${flag}.`, { flag })
  if (key !== undefined) setting(fail, said, key, value)
  flags.add(key === 'attach_disconnected.path' ? 'attach_disconnected' : flag)
  for (const [one, other] of opposites) {
    if (flags.has(one) && flags.has(other))
      throw fail(`Profile flag ${one} conflicts with ${other}`, { flag: one, other })
  }
}

function setting(fail: Fail, said: Map<string, string>, key: string, value: string): void {
  if (key === 'kill.signal' && signalNumber(value) === undefined) {
    throw fail(`unknown signal specified for kill.signal='${value}'\n`)
  }
  if (key === 'error' && !errnoNames.has(value.toUpperCase())) {
    throw fail(`unknown error code specified for error='${value}'\n`)
  }
  const before = said.get(key)
  if (before !== undefined && before.toUpperCase() !== value.toUpperCase()) {
    const flag = key === 'attach_disconnected.path' ? 'attach_disconnected' : key
    throw fail(`Profile flag ${flag} set to conflicting values: '${before}' and '${value}'`)
  }
  said.set(key, value)
}
