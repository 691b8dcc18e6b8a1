import { EPERM } from '../../validation/apparmor/decision.ts'
import { capabilities, rlimits } from '../../validation/apparmor/parse/tables.ts'
import { permission } from '../../validation/apparmor/permissions.ts'
import type { Outcome, Probe } from './access.ts'

const { r, w, a, k, m } = permission
const done: Outcome = { verdict: 'allowed' }

/** The first that is refused, else the last. */
function each(...steps: readonly (() => Outcome)[]): Outcome {
  let last = done
  const logs: NonNullable<Outcome['log']>[] = []
  for (const step of steps) {
    last = step()
    logs.push(...(last.logs ?? [last.log ?? 'none']))
    if (last.verdict !== 'allowed') break
  }
  return { ...last, logs }
}

/** The recording's own directories, which it opened without the slash that the kernel puts behind them. */
const directories =
  /^\/d(?:\/(?:data|one(?:\/sub)?|two(?:\/sub(?:\/s2)?)?|three|four|etc|etc\/nginx|home|pub|both|secret|logs|mnt|src|bin))?$/

const fileOf = (path: string) => (directories.test(path) ? `${path}/` : path)
const folder = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const file =
  (wanted: number) =>
  ({ profile, path, owns }: Probe) =>
    profile.files.decide(fileOf(path), wanted, owns)
/** What is new belongs to who makes it. */
const made =
  (wanted: number) =>
  ({ profile, path }: Probe) =>
    profile.files.decide(path, wanted, true)
/** The directories were there before and belonged to root. */
const inFolder =
  (wanted: number) =>
  ({ profile, path, uid }: Probe) =>
    profile.files.decide(folder(path), wanted, uid === 0)

/** What the recording did in order to need a capability, where it met more than the capability. */
const capabilityProbes: Readonly<
  Record<string, { readonly refused?: number; readonly done?: number; readonly needs?: number }>
> = {
  chown: { needs: w },
  dac_override: { refused: 13 },
  dac_read_search: { refused: 13 },
  fowner: { needs: w },
  net_bind_service: { refused: 13 },
  sys_boot: { done: 22 },
  sys_nice: { refused: 13 },
  mknod: { needs: w },
  syslog: { done: 22 },
}

function capability(probe: Probe): Outcome {
  const name = capabilities[Number(probe.path)] ?? ''
  const { refused, done: errno, needs } = capabilityProbes[name] ?? {}
  const { profile } = probe
  const outcome = each(
    // Killing was tried on a process without a profile.
    () => (name === 'kill' ? profile.signal('send', 0, 'unconfined') : done),
    () => (name === 'net_raw' ? profile.socket({ family: 2, type: 3 }) : done),
    () => (name === 'net_bind_service' ? profile.socket({ family: 2, type: 1 }) : done),
    () => (needs === undefined ? done : profile.files.decide('/d/data/f', needs, true)),
    () => {
      const decision = profile.capability(name)
      return decision.verdict === 'denied' && refused !== undefined ? { ...decision, errno: refused } : decision
    },
  )
  return outcome.verdict === 'allowed' && errno !== undefined ? { verdict: 'allowed', errno } : outcome
}

/** Types of sockets that a family does not have: the kernel says so after AppArmor has agreed. */
const ESOCKTNOSUPPORT = 94

function socket({ profile, path }: Probe): Outcome {
  const [family = 0, type = 0] = path.split(':').map(Number)
  return each(
    () => profile.socket({ family, type }),
    () => (family === 17 || (type === 3 && (family === 2 || family === 10)) ? profile.capability('net_raw') : done),
    () => (family === 2 && type === 5 ? { verdict: 'allowed', errno: ESOCKTNOSUPPORT } : done),
  )
}

function signal({ profile, peer, path, arg }: Probe): Outcome {
  const number = Number(path)
  const label = profile.profile.label
  return each(
    () => profile.signal('send', number, arg),
    () => peer(arg)?.signal('receive', number, label) ?? done,
  )
}

/** Both sides have to agree, a process and one with the same profile, too. */
function traced(out: 'trace' | 'read', back: 'tracedby' | 'readby') {
  return ({ profile, peer, arg }: Probe): Outcome =>
    each(
      () => profile.ptrace(out, arg),
      () => peer(arg)?.ptrace(back, profile.profile.label) ?? done,
    )
}

function mounted({ profile, path }: Probe): Outcome {
  const [source = '', filesystem = '', target = '', flags = '0'] = path.split(',')
  const bound = Number(flags) & 4096
  return each(
    () =>
      profile.mount({
        source: bound ? folder(source) : source,
        target: folder(target),
        filesystem,
        flags: Number(flags),
      }),
    () => profile.capability('sys_admin'),
  )
}

/** The acts of the recording by their names there. */
export const probes: Readonly<Record<string, (probe: Probe) => Outcome>> = {
  r: file(r),
  w: file(w),
  rw: file(r | w),
  a: file(a),
  trunc: file(w),
  truncate: file(w),
  create: made(w),
  create_append: made(w | a),
  create_existing: file(w),
  unlink: file(w),
  symlink: made(w),
  mkfifo: made(w),
  chmod: file(w),
  chown: file(w),
  mkdir: ({ profile, path }) => profile.files.decide(folder(path), w, true),
  readdir: inFolder(r),
  rmdir: inFolder(w),
  mmap_x: probe =>
    each(
      () => file(r)(probe),
      () => file(m)(probe),
    ),
  flock: probe =>
    each(
      () => file(r)(probe),
      () => file(k | w)(probe),
    ),
  // These are left to the permissions of the file.
  access_r: () => done,
  stat: () => done,
  readlink: () => done,
  utimes: () => done,
  chdir: () => done,
  rename: ({ profile, path, arg, owns }) =>
    each(
      () => profile.files.decide(path, r | w, owns),
      () => profile.files.decide(arg, w, owns),
    ),
  link: ({ profile, path, arg, owns }) => profile.files.link(arg, path, owns),
  exec: ({ profile, path, owns, loaded }) => profile.exec(path, owns, loaded),
  unixbind: ({ profile, path }) =>
    each(
      () => profile.socket({ family: 1, type: 1 }),
      () => profile.files.decide(path, w, true),
    ),
  cap: capability,
  socket,
  signal,
  ptrace: traced('trace', 'tracedby'),
  ptraceread: traced('read', 'readby'),
  mount: mounted,
  umount: ({ profile, path }) =>
    each(
      () => profile.umount(folder(path)),
      () => profile.capability('sys_admin'),
    ),
  changeprofile: ({ profile, path, loaded }) => profile.changeProfile(path, loaded),
  changeonexec: ({ profile, path, loaded }) => profile.changeProfile(path, loaded),
  changehat: ({ profile, path }) => profile.changeHat(path),
  rlimit: ({ profile, path }) => {
    const [number, limit] = path.split(':').map(Number)
    const name = Object.entries(rlimits).find(([, it]) => it === number)?.[0] ?? ''
    const decision = profile.rlimit(name, limit)
    return decision.verdict === 'denied'
      ? decision
      : profile.capability('sys_resource').errno === EPERM
        ? done
        : decision
  },
}
