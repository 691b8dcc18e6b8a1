import type { Act } from '#engine/validation/apparmor/acts.ts'
import { globMatcher } from '#engine/validation/apparmor/glob/matcher.ts'
import { mountEnds } from '#engine/validation/apparmor/mount-decider.ts'
import { lettersOf, permission } from '#engine/validation/apparmor/permissions.ts'
import type { FileRule, Profile } from '#engine/validation/apparmor/policy.ts'
import type { Why } from '../playground.ts'

const MAX_ROWS = 6

/** Rules that come near to an act that none allows, and where each of them ends. */
export function nearestRules({ rules }: Profile, act: Act): readonly Why[] {
  const said = rules.flatMap(rule => {
    if (rule.mode === 'deny' || rule.text === '' || rule.place.isIncluded) return []
    const why =
      rule.kind === 'file' && (act.do === 'file' || act.do === 'execute')
        ? aboutFile(rule, act.do === 'file' && act.act === 'rename' ? [act.path, act.to ?? ''] : [act.path])
        : act.do === 'mount' && (rule.kind === 'mount' || rule.kind === 'remount')
          ? ends[mountEnds(rule)(act)]
          : act.do === rule.kind
            ? 'for another one'
            : undefined
    return why === undefined ? [] : [{ label: `Line ${rule.place.line}`, says: why, state: 'off' } as const]
  })
  return said.slice(0, MAX_ROWS)
}

function aboutFile({ path, permissions, exec, owner }: FileRule, paths: readonly string[]): string | undefined {
  if (!paths.some(globMatcher(path))) return undefined
  const letters = `${lettersOf(permissions & ~permission.x)}${exec ? 'x' : ''}`
  return owner === undefined ? `gives ${letters} alone` : `gives ${letters} alone, and not to everybody`
}

const ends = {
  mntpnt: 'for another mount point',
  srcname: 'for another source',
  type: 'for another type',
  flags: 'not with these flags',
  perms: 'only with other flags',
} as const
