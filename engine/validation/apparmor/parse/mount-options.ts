const bit = {
  rdonly: 1,
  nosuid: 1 << 1,
  nodev: 1 << 2,
  noexec: 1 << 3,
  sync: 1 << 4,
  remount: 1 << 5,
  mand: 1 << 6,
  dirsync: 1 << 7,
  nosymfollow: 1 << 8,
  noatime: 1 << 10,
  nodiratime: 1 << 11,
  bind: 1 << 12,
  move: 1 << 13,
  rec: 1 << 14,
  silent: 1 << 15,
  acl: 1 << 16,
  unbindable: 1 << 17,
  private: 1 << 18,
  slave: 1 << 19,
  shared: 1 << 20,
  relatime: 1 << 21,
  iversion: 1 << 23,
  strictatime: 1 << 24,
  lazytime: 1 << 25,
  nouser: 2 ** 31,
} as const

/** The flags of mount(2) that a rule can speak of. */
export const mountBit = bit

/** A word in the options of a mount rule: what it sets, or what it wants to be absent. */
export interface MountOption {
  readonly set: number
  readonly clear: number
}

const sets = (set: number): MountOption => ({ set, clear: 0 })
const clears = (clear: number): MountOption => ({ set: 0, clear })

const propagation = (name: string, flag: number): readonly (readonly [string, MountOption])[] => [
  [name, sets(flag)],
  [`make-${name}`, sets(flag)],
  [`r${name}`, sets(flag | bit.rec)],
  [`make-r${name}`, sets(flag | bit.rec)],
]

export const mountOptions: ReadonlyMap<string, MountOption> = new Map<string, MountOption>([
  ['ro', sets(bit.rdonly)],
  ['r', sets(bit.rdonly)],
  ['read-only', sets(bit.rdonly)],
  ['rw', clears(bit.rdonly)],
  ['w', clears(bit.rdonly)],
  ['suid', clears(bit.nosuid)],
  ['nosuid', sets(bit.nosuid)],
  ['dev', clears(bit.nodev)],
  ['nodev', sets(bit.nodev)],
  ['exec', clears(bit.noexec)],
  ['noexec', sets(bit.noexec)],
  ['sync', sets(bit.sync)],
  ['async', clears(bit.sync)],
  ['remount', sets(bit.remount)],
  ['mand', sets(bit.mand)],
  ['nomand', clears(bit.mand)],
  ['dirsync', sets(bit.dirsync)],
  ['symfollow', clears(bit.nosymfollow)],
  ['nosymfollow', sets(bit.nosymfollow)],
  ['atime', clears(bit.noatime)],
  ['noatime', sets(bit.noatime)],
  ['diratime', clears(bit.nodiratime)],
  ['nodiratime', sets(bit.nodiratime)],
  ['bind', sets(bit.bind)],
  ['B', sets(bit.bind)],
  ['move', sets(bit.move)],
  ['M', sets(bit.move)],
  ['rbind', sets(bit.bind | bit.rec)],
  ['R', sets(bit.bind | bit.rec)],
  ['verbose', sets(bit.silent)],
  ['silent', sets(bit.silent)],
  ['loud', clears(bit.silent)],
  ['acl', sets(bit.acl)],
  ['noacl', clears(bit.acl)],
  ...propagation('unbindable', bit.unbindable),
  ...propagation('private', bit.private),
  ...propagation('slave', bit.slave),
  ...propagation('shared', bit.shared),
  ['relatime', sets(bit.relatime)],
  ['norelatime', clears(0)],
  ['iversion', sets(bit.iversion)],
  ['noiversion', clears(0)],
  ['strictatime', sets(bit.strictatime)],
  ['nostrictatime', clears(bit.strictatime)],
  ['lazytime', sets(bit.lazytime)],
  ['nolazytime', clears(bit.lazytime)],
  ['user', clears(bit.nouser)],
  ['nouser', sets(bit.nouser)],
])

/** What makes a mount something else than a new one: bind, move, remount, a change of propagation. */
export const propagationBits = bit.unbindable | bit.private | bit.slave | bit.shared
export const commandBits = bit.move | bit.remount | bit.bind | bit.rec | propagationBits
