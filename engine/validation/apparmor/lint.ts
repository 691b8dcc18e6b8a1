import type { Finding } from '../../yaml/finding.ts'
import type { Range } from '../../yaml/range.ts'
import { type ApparmorCode, apparmorFindings } from './finding-codes.ts'
import { permission } from './permissions.ts'
import type { FileRule, Policy, Profile, Rule } from './policy.ts'

/** What the parser takes and a person should know. `file` is the name of the text: rules that it includes are left alone. */
export function lintApparmor(text: string, file: string, policy: Policy | undefined): readonly Finding[] {
  const profiles = policy?.profiles.flatMap(withChildren) ?? []
  return [
    ...commentedIncludes(text),
    ...profiles.flatMap(notEnforced),
    ...profiles.flatMap(({ rules }) => neverAllows(rules.filter(rule => rule.place.file === file))),
  ]
}

function finding(code: ApparmorCode, range: Range, message: string, data: Finding['data']): Finding {
  return { code, severity: apparmorFindings[code], path: [], range, message, data }
}

function withChildren(profile: Profile): readonly Profile[] {
  return [profile, ...profile.children.flatMap(withChildren)]
}

function commentedIncludes(text: string): readonly Finding[] {
  return [...text.matchAll(/^[ \t]*(#[ \t]+include[ \t]+(?:if[ \t]+exists[ \t]+)?[<"][^>"\n]*[>"])/gm)].map(match => {
    const [line, written = ''] = match
    const start = match.index + line.length - written.length
    const words =
      'With a blank behind the `#` this is a comment, and nothing is included. Write `include` without the `#`.'
    return finding('apparmor-include-comment', { start, end: start + written.length }, words, { written })
  })
}

function notEnforced({ mode, label, place }: Profile): readonly Finding[] {
  if (mode !== 'complain' && mode !== 'unconfined' && mode !== 'default_allow') return []
  const does = mode === 'complain' ? 'logs what it would refuse and refuses next to nothing' : 'refuses nothing'
  const words = `The profile \`${label}\` ${does}: it has the flag \`${mode}\`. Take the flag out to enforce it.`
  return [finding('apparmor-not-enforced', place.range, words, { profile: label, mode })]
}

/** Rules that give only what another takes: deny wins, whatever the order and whichever is more exact. */
function neverAllows(rules: readonly Rule[]): readonly Finding[] {
  const denying = rules.filter(rule => rule.mode === 'deny')
  return rules.flatMap(rule => {
    if (rule.mode === 'deny') return []
    const by = denying.find(it => it.priority >= rule.priority && overrules(it, rule))
    if (!by) return []
    const words = `This rule never allows anything: line ${by.place.line} denies it, and deny wins whatever the order. Take out one of the two.`
    return [finding('apparmor-never-allows', rule.place.range, words, { line: by.place.line })]
  })
}

function overrules(deny: Rule, rule: Rule): boolean {
  if (deny.kind === 'capability' && rule.kind === 'capability') {
    return deny.names.length === 0 || (rule.names.length > 0 && rule.names.every(name => deny.names.includes(name)))
  }
  if (deny.kind !== 'file' || rule.kind !== 'file' || deny.owner !== undefined) return false
  // A link is allowed or denied together with its target.
  if (rule.permissions & permission.l) return false
  return (rule.permissions & ~deny.permissions) === 0 && covers(deny, rule)
}

/** Certain only: the same path, or everything below a folder that the other path begins with. */
function covers({ path: wide }: FileRule, { path: narrow }: FileRule): boolean {
  if (wide === narrow) return true
  if (wide === '/{**,}') return true
  const [, folder] = /^([^*?[\]{}\\]*\/)\*\*$/.exec(wide) ?? []
  if (folder === undefined || !narrow.startsWith(folder)) return false
  // `/a/**` does not match `/a/` itself.
  return /^[^*?[{\\/]/.test(narrow.slice(folder.length)) || /^\*\*?$/.test(narrow.slice(folder.length))
}
