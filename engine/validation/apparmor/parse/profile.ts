import type { Place } from '../policy.ts'
import { blockBody } from './block.ts'
import { conditionGroup } from './conditions.ts'
import type { Draft } from './draft.ts'
import { profileFlags } from './flags.ts'
import { expect, type Parser, peek, take, takeIf } from './parser.ts'
import { refuse, stop } from './refusal.ts'

const MAX_PROFILES = 2000

/** Reads the profiles of a file, to its end. */
export function profiles(parser: Parser): void {
  for (;;) {
    const { kind } = peek(parser)
    if (kind === 'end of file') return
    const keyword = takeIf(parser, 'TOK_PROFILE', 'TOK_HAT', 'TOK_CARET')
    // Whatever cannot begin a profile ends the file for the parser.
    if (!keyword && kind !== 'TOK_ID') expect(parser, 'end of file')
    const profile = named(parser, keyword && keyword.kind !== 'TOK_PROFILE' ? 'hat' : 'profile')
    if (!profile.name.startsWith('/') && !keyword && profile.namespace === undefined) {
      const words = "Profile names must begin with a '/', namespace or keyword 'profile' or 'hat'."
      throw stop(parser.scanner, 'apparmor-profile-name', words, { name: profile.name }, profile.place.range)
    }
    if (parser.profiles.some(it => it.name === profile.name && it.namespace === profile.namespace)) {
      const words = `Multiple definitions for profile ${profile.name} exist,bailing out.`
      throw refuse('apparmor-duplicate-profile', words, profile.place, { name: profile.name })
    }
    parser.profiles.push(profile)
  }
}

/** A profile or a hat inside another. */
export function innerProfile(parser: Parser): Draft {
  return named(parser, take(parser).kind === 'TOK_PROFILE' ? 'child' : 'hat')
}

/** From the name to the closing brace. */
function named(parser: Parser, kind: Draft['kind']): Draft {
  const { text, place } = expect(parser, 'TOK_ID')
  if (++parser.count > MAX_PROFILES) {
    const words = `There are more than ${MAX_PROFILES} profiles in this file, which are not read here. Make several files of it.`
    throw stop(parser.scanner, 'apparmor-too-large', words, {}, place.range, true)
  }
  const attachment = takeIf(parser, 'TOK_ID', 'TOK_SET_VAR')?.text
  const group = conditionGroup(parser)
  const flags = profileFlags(parser)
  expect(parser, 'TOK_OPEN')
  const { cache, unheld } = parser.scanner
  const missing = new Set<string>()
  Object.assign(parser.scanner, { cache: new Set(), unheld: missing })
  const body = blockBody(parser)
  Object.assign(parser.scanner, { cache, unheld })

  const label = labelParts(parser, text, place)
  const fail = (words: string) => stop(parser.scanner, 'apparmor-profile-name', words, { name: text }, place.range)
  if (text.startsWith('&')) throw fail("Profile names must begin with a '/' or a namespace")
  if (attachment !== undefined && !/^(?:\/|@\{)/.test(attachment)) {
    throw fail("Profile attachment must begin with a '/' or variable.")
  }
  if (group && group.name !== 'xattrs') throw fail(`profile id: invalid conditional group ${group.name}=()`)
  if (group && group.conditions.length > 0 && kind === 'hat') throw fail("hat profiles can't use xattrs matches")
  return {
    ...label,
    ...flags,
    kind,
    place,
    body,
    unheld: [...missing],
    ...(attachment !== undefined && { attachment }),
  }
}

/** `:namespace:name`, `:namespace://name`, `name`. */
function labelParts(
  parser: Parser,
  text: string,
  place: Place,
): { readonly name: string; readonly namespace?: string } {
  const fail = (words: string) => stop(parser.scanner, 'apparmor-profile-name', `${words}: ${text}\n`, {}, place.range)
  const label = text.replace(/^&/, '')
  if (!label.startsWith(':')) return { name: label }
  const end = label.indexOf(':', 1)
  if (end < 0) throw fail('Namespace not terminated')
  const namespace = label.slice(1, end)
  const name = label.slice(end + 1).replace(/^\/\//, '')
  if (namespace === '') throw fail('Empty namespace')
  if (name === '') throw fail('Empty named transition profile name')
  return { name, namespace }
}
