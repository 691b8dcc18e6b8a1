import { globMatcher } from './glob/matcher.ts'
import { commandBits, mountBit, propagationBits } from './parse/mount-options.ts'
import type { MountRule } from './policy.ts'

/** A call of mount(2) or umount(2). Directories end in a slash. */
export interface MountRequest {
  readonly target: string
  readonly source?: string
  readonly filesystem?: string
  /** As in the call. */
  readonly flags: number
}

type MountKind = 'new' | 'bind' | 'remount' | 'move' | 'propagation'

/** Every flag that rules know but one: the last bit means nothing here. */
const allFlags =
  Object.values(mountBit).reduce((all, bit) => (bit === mountBit.nouser ? all : all | bit), 0) & ~mountBit.nouser
const keptByMounts =
  mountBit.nosuid | mountBit.noexec | mountBit.nodev | mountBit.noatime | mountBit.nodiratime | mountBit.relatime
const bindBits = mountBit.bind | mountBit.rec
const masks: Readonly<Record<MountKind, number>> = {
  new: allFlags & ~commandBits,
  bind: bindBits,
  remount: allFlags & ~mountBit.move,
  move: mountBit.move,
  propagation: allFlags & ~(keptByMounts | mountBit.strictatime),
}

/** What a mount is by its flags, in the kernel's order. */
function kindOf(flags: number): MountKind {
  if (flags & mountBit.remount) return 'remount'
  if (flags & mountBit.bind) return 'bind'
  if (flags & propagationBits) return 'propagation'
  return flags & mountBit.move ? 'move' : 'new'
}

/** How far a rule of the kind `mount` or `remount` follows a call: the kernel looks at these in their order. */
export const mountSteps = ['mntpnt', 'srcname', 'type', 'flags', 'perms'] as const

/** At which of `mountSteps` a rule that does not speak of a call leaves it. */
export function mountEnds(rule: MountRule): (request: MountRequest) => (typeof mountSteps)[number] {
  const source = pattern(rule.source)
  const target = pattern(rule.mountPoint)
  const types = rule.filesystems.map(globMatcher)
  const combinations = combinationsOf(rule)
  return request => {
    const kind = kindOf(request.flags)
    if (!target(request.target)) return 'mntpnt'
    if (!source(request.source ?? '')) return 'srcname'
    if (types.length > 0 && !types.some(type => type(kind === 'new' ? (request.filesystem ?? '') : ''))) return 'type'
    const asked = request.flags & allFlags
    // A flag that no rule expects leads nowhere; one that is missing is found at the end.
    const led = combinations.some(it => (asked & ~(it.required | it.optional)) === 0)
    return led ? 'perms' : 'flags'
  }
}

/** Whether a rule of the kind `mount` or `remount` speaks of a call. */
export function mountMatcher(rule: MountRule): (request: MountRequest) => boolean {
  const source = pattern(rule.source)
  const types = rule.filesystems.map(globMatcher)
  const combinations = combinationsOf(rule)
  const target = pattern(rule.mountPoint)
  // What has no source of its own is named by either.
  const place = pattern(rule.mountPoint ?? rule.source)
  return request => {
    const kind = kindOf(request.flags)
    if (!combinations.some(it => it.kinds.has(kind) && flagsFit(it, kind, request.flags))) return false
    if (kind === 'remount' || kind === 'propagation') return place(request.target)
    if (!target(request.target) || !source(request.source ?? '')) return false
    return kind !== 'new' || types.length === 0 || types.some(type => type(request.filesystem ?? ''))
  }
}

export function pivotMatcher(rule: MountRule): (newRoot: string, putOld: string) => boolean {
  const root = pattern(rule.mountPoint)
  const old = pattern(rule.source)
  return (newRoot, putOld) => root(newRoot) && old(putOld)
}

export function umountMatcher(rule: MountRule): (request: MountRequest) => boolean {
  const target = pattern(rule.mountPoint)
  return request => target(request.target)
}

function pattern(glob: string | undefined): (text: string) => boolean {
  return glob === undefined ? () => true : globMatcher(glob)
}

interface Combination {
  readonly kinds: ReadonlySet<MountKind>
  readonly required: number
  readonly optional: number
}

function combinationsOf({ kind, exactly, among, source, mountPoint, filesystems }: MountRule): readonly Combination[] {
  const free = exactly === undefined && among === undefined
  const remounts = kind === 'remount'
  const required = exactly ?? [remounts ? mountBit.remount : free ? allFlags : 0]
  const optional = among ?? [free ? (remounts ? masks.remount & ~mountBit.remount : allFlags) : 0]
  const typed = filesystems.length > 0
  const onePlace = source === undefined || mountPoint === undefined
  return required.flatMap(each =>
    optional.map(more => {
      const kinds = new Set<MountKind>()
      if (each === 0 || each === allFlags) {
        kinds.add('new')
        if (!typed) kinds.add('bind').add('move')
        if (!typed && source === undefined) kinds.add('remount')
        if (!typed && onePlace) kinds.add('propagation')
      } else if (each & mountBit.remount && source === undefined && !typed) kinds.add('remount')
      else if (each & mountBit.bind && !typed) kinds.add('bind')
      else if (each & (propagationBits | mountBit.rec) && onePlace && !typed) kinds.add('propagation')
      else if (each & mountBit.move && !typed) kinds.add('move')
      else if ((each | more) & ~commandBits) kinds.add('new')
      return { kinds, required: each, optional: more }
    }),
  )
}

/** Every flag is there that has to be, and none that may not. */
function flagsFit({ required, optional }: Combination, kind: MountKind, flags: number): boolean {
  const mask = masks[kind]
  const asked = flags & (kind === 'bind' ? bindBits : kind === 'move' ? mountBit.move : allFlags)
  if (asked & ~(mask & (required | optional))) return false
  return (required & mask & ~optional & ~asked) === 0
}
