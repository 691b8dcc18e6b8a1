import type { Finding } from '../../yaml/finding.ts'
import { openness, warning } from './lint-openness.ts'
import { overruled } from './overruled.ts'
import { lettersOf } from './permissions.ts'
import type { Policy, Profile, Rule } from './policy.ts'

/** What the parser takes and a person should know. `file` is the name of the text: rules that it includes are left alone. */
export function lintApparmor(text: string, file: string, policy: Policy | undefined): readonly Finding[] {
  const profiles = policy?.profiles.flatMap(withChildren) ?? []
  const found = [
    ...commentedIncludes(text),
    ...(policy ? misnamed(file, policy) : []),
    ...profiles.flatMap(notEnforced),
    ...profiles.flatMap(profile => {
      const own = profile.rules.filter(rule => rule.place.file === file)
      return [...neverAllows(own), ...openness(profile, own)]
    }),
  ]
  // `all,` and variables make several rules of one.
  const seen = new Set<string>()
  return found.filter(({ code, range }) => {
    const key = `${code} ${range?.start}`
    return !seen.has(key) && seen.add(key)
  })
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
    return warning('apparmor-include-comment', { start, end: start + written.length }, words, { written })
  })
}

/** Files that no profile is named after on purpose. */
const anyName = /^(?:profile|local|usr\..*)$/

/** Who looks for a profile knows its name; the name of the file means nothing. */
function misnamed(file: string, { profiles }: Policy): readonly Finding[] {
  const [, name = ''] = /^\/etc\/apparmor\.d\/([^/]+)$/.exec(file) ?? []
  const [first] = profiles
  if (!first || name === '' || anyName.test(name)) return []
  const fits = (text: string | undefined) => text?.replace(/^\//, '').replaceAll('/', '.') === name
  if (profiles.some(it => fits(it.label) || fits(it.attachment))) return []
  const words = `The file is named ${name}, the profile \`${first.label}\`. Kubernetes, aa-status and apparmor_parser -R go by the name of the profile: write it in localhostProfile, or give both the same name.`
  return [warning('apparmor-file-name', first.place.range, words, { file: name, profile: first.label })]
}

function notEnforced({ mode, label, place }: Profile): readonly Finding[] {
  if (mode !== 'complain' && mode !== 'unconfined' && mode !== 'default_allow') return []
  const does = mode === 'complain' ? 'logs what it would refuse and refuses next to nothing' : 'refuses nothing'
  const words = `The profile \`${label}\` ${does}: it has the flag \`${mode}\`. Take the flag out to enforce it.`
  return [warning('apparmor-not-enforced', place.range, words, { profile: label, mode })]
}

/** Rules that give what another takes: deny wins, whatever the order and whichever is more exact. */
function neverAllows(rules: readonly Rule[]): readonly Finding[] {
  const denying = rules.filter(rule => rule.mode === 'deny')
  return rules.flatMap(rule => {
    if (rule.mode === 'deny') return []
    for (const deny of denying) {
      const taken = deny.priority >= rule.priority ? overruled(deny, rule) : undefined
      if (taken === undefined) continue
      const { line } = deny.place
      if (taken === 'all') {
        const words = `This rule never allows anything: line ${line} denies it, and deny wins whatever the order. Take out one of the two.`
        return [warning('apparmor-never-allows', rule.place.range, words, { line })]
      }
      const letters = lettersOf(taken)
      const words = `Of this rule \`${letters}\` never counts: line ${line} denies it, and deny wins whatever the order. Leave the letters out, or deny less.`
      return [warning('apparmor-partly-denied', rule.place.range, words, { line, letters })]
    }
    return []
  })
}
