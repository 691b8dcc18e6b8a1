import { compileProfile } from '#engine/validation/apparmor/compile.ts'
import { explainApparmor } from '#engine/validation/apparmor/explain.ts'
import { loadedProfiles } from '#engine/validation/apparmor/loaded-profiles.ts'
import { capabilities } from '#engine/validation/apparmor/parse/tables.ts'
import { permission } from '#engine/validation/apparmor/permissions.ts'
import type { Profile } from '#engine/validation/apparmor/policy.ts'
import { readApparmorProfiles } from '#engine/validation/apparmor/read.ts'
import type { Lines, Open } from '../playground.ts'
import { tallyApparmor } from '../tally/apparmor.ts'
import { counted, placeIn, placeWords } from './place.ts'

const wanted: Readonly<Record<string, number>> = {
  ...{ read: permission.r, write: permission.w, append: permission.a, map: permission.m, lock: permission.k },
}

/** What the kernel does with an access of a process under a profile. The process owns the file. */
export const openApparmor: Open = text => {
  const { value, findings } = readApparmorProfiles(text)
  if (!value) return { findings }
  const loaded = loadedProfiles(value.profiles)
  const all = value.profiles.flatMap(withChildren)
  return {
    findings,
    summary: `Read ${counted(all.length, 'profile')}.`,
    tally: () => tallyApparmor(text, value.profiles),
    ask({ act = 'read', target: written = '', profile: label = '' }) {
      const target = written.trim()
      const named = label.trim()
      const profile = named === '' ? all[0] : all.find(it => it.label === named)
      if (!profile) return named === '' ? 'Write a profile: the text has none.' : `The text has no profile ${named}.`
      const isCapability = act === 'capability'
      if (isCapability && !capabilities.includes(target))
        return 'Write a capability in small letters, such as net_admin.'
      if (!isCapability && !target.startsWith('/')) return 'Write a path that begins with a slash, such as /etc/passwd.'
      const compiled = compileProfile(profile)
      const decision = isCapability
        ? compiled.capability(target)
        : act === 'execute'
          ? compiled.exec(target, true, loaded)
          : compiled.files.decide(target, wanted[act] ?? permission.r, true)
      const { by, verdict, log } = decision
      if (by.kind === 'unknown') return `This cannot be decided. ${by.says}`
      const rule = 'rule' in by ? by.rule : undefined
      const lit: readonly Lines[] = rule ? [placeIn(text, rule.place.range)] : []
      return {
        outcome: verdict === 'killed' ? 'the process is killed' : verdict,
        note: explainApparmor(`${act} ${target}`, decision).replaceAll('`', ''),
        by: lit[0] ? `the rule in ${placeWords(lit[0])}` : `profile ${profile.label}: no rule of it`,
        lit,
        why: [
          { label: 'Profile', says: `${profile.label}, mode ${profile.mode}`, state: 'passed' },
          ...(rule ? [{ label: 'Rule', says: rule.text, state: 'decides' } as const] : []),
          { label: 'Log', says: log === 'none' ? 'nothing is written' : log, state: 'passed' },
        ],
      }
    },
  }
}

function withChildren(profile: Profile): readonly Profile[] {
  return [profile, ...profile.children.flatMap(withChildren)]
}
