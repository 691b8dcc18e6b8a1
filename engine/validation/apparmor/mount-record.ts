import type { Acted } from './audit-record.ts'
import { type MountRequest, mountEnds, mountSteps } from './mount-decider.ts'
import { mountBit as bit } from './parse/mount-options.ts'
import type { MountRule } from './policy.ts'

/** The words of the kernel for flags, in its order. */
const words: readonly (readonly [number, string])[] = [
  [bit.nosuid, 'nosuid'],
  [bit.nodev, 'nodev'],
  [bit.noexec, 'noexec'],
  [bit.sync, 'sync'],
  [bit.remount, 'remount'],
  [bit.mand, 'mand'],
  [bit.dirsync, 'dirsync'],
  [bit.noatime, 'noatime'],
  [bit.nodiratime, 'nodiratime'],
  [bit.bind, 'bind'],
  [bit.move, 'move'],
  [bit.silent, 'silent'],
  [bit.acl, 'acl'],
  [bit.unbindable, 'unbindable'],
  [bit.private, 'private'],
  [bit.slave, 'slave'],
  [bit.shared, 'shared'],
  [bit.relatime, 'relatime'],
  [bit.iversion, 'iversion'],
  [bit.strictatime, 'strictatime'],
  [bit.nouser, 'nouser'],
]
const recursive = bit.bind | bit.unbindable | bit.private | bit.slave | bit.shared

/** What a record says of a call of mount(2). `rules` are the profile’s, of the kinds `mount` and `remount`. */
export function mountActed(rules: readonly MountRule[], request: MountRequest, isRefused: boolean): Acted {
  const { target, source, filesystem, flags } = request
  const ends = rules.map(rule => mountSteps.indexOf(mountEnds(rule)(request)))
  const end = mountSteps[Math.max(0, ...ends)] ?? 'mntpnt'
  const isNew = (flags & (bit.remount | recursive | bit.move)) === 0
  const hasSource = (flags & (bit.remount | (recursive & ~bit.bind))) === 0
  return {
    kind: 'mount',
    operation: 'mount',
    name: target,
    ...(isNew && filesystem !== undefined && { filesystem }),
    ...(hasSource && source !== undefined && { source }),
    ...(flags !== 0 && { flags: flagWords(flags) }),
    ...(isRefused && { info: end === 'perms' ? 'failed perms check' : `failed ${end} match` }),
  }
}

function flagWords(flags: number): string {
  const named = words
    .filter(([it]) => flags & it)
    .map(([it, word]) => (flags & bit.rec && it & recursive ? `r${word}` : word))
  return [flags & bit.rdonly ? 'ro' : 'rw', ...named].join(', ')
}
