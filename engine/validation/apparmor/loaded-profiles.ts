import { globMatcher } from './glob/matcher.ts'
import type { Profile } from './policy.ts'

/** The profiles that the kernel knows. */
export interface LoadedProfiles {
  has(label: string): boolean
  /** The profile for a program that is started by its path. */
  attached(path: string): Profile | undefined
  /** The same among the children of a profile. */
  attachedChild(parent: Profile, path: string): Profile | undefined
}

interface Attachable {
  readonly profile: Profile
  readonly matches: (path: string) => boolean
  /** Characters before the first special one; infinite for a path that is no glob. */
  readonly length: number
}

export function loadedProfiles(profiles: readonly Profile[]): LoadedProfiles {
  const labels = new Set(profiles.flatMap(labelsOf))
  const top = profiles.flatMap(attachable)
  const children = new Map<Profile, readonly Attachable[]>()
  return {
    has: label => label === 'unconfined' || labels.has(label),
    attached: path => best(top, path),
    attachedChild(parent, path) {
      const own = children.get(parent) ?? parent.children.filter(it => it.kind === 'child').flatMap(attachable)
      children.set(parent, own)
      return best(own, path)
    },
  }
}

function labelsOf(profile: Profile): readonly string[] {
  return [profile.label, ...profile.children.flatMap(labelsOf)]
}

function attachable(profile: Profile): readonly Attachable[] {
  const glob =
    profile.attachment ??
    profile.label
      .split('//')
      .slice(profile.kind === 'profile' ? 0 : 1)
      .join('//')
  if (!glob.startsWith('/') && !glob.startsWith('{')) return []
  const special = glob.search(/[*?[{]/)
  return [{ profile, matches: globMatcher(glob), length: special < 0 ? Number.POSITIVE_INFINITY : special }]
}

/** The most exact one; two that are equally exact are none. */
function best(among: readonly Attachable[], path: string): Profile | undefined {
  const matching = among.filter(it => it.matches(path)).sort((a, b) => b.length - a.length)
  const [first, second] = matching
  return first && first.length !== second?.length ? first.profile : undefined
}
