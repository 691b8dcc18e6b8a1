import { type Act, decideAct } from '../../validation/apparmor/acts.ts'
import type { Decision } from '../../validation/apparmor/decision.ts'
import { EPERM } from '../../validation/apparmor/decision.ts'
import type { FileAct } from '../../validation/apparmor/file-acts.ts'
import { capabilities, rlimits } from '../../validation/apparmor/parse/tables.ts'
import type { Outcome, Probe } from './access.ts'

const done: Outcome = { verdict: 'allowed' }

/** The first that is refused, else the last. */
function each(...steps: readonly (() => Outcome)[]): Outcome {
  let last = done
  const logs: NonNullable<Outcome['log']>[] = []
  const records: string[] = []
  for (const step of steps) {
    last = step()
    logs.push(...(last.logs ?? [last.log ?? 'none']))
    records.push(...(last.records ?? []))
    if (last.verdict !== 'allowed') break
  }
  return { ...last, logs, records }
}

/** One side of an act, with what is written about that side. */
function did({ profile, loaded, process }: Probe, act: Act): Outcome {
  const steps = decideAct(profile, act, loaded, process)
  const last = steps.at(-1)?.decision ?? done
  return { ...last, logs: steps.map(it => it.decision.log), records: steps.flatMap(it => it.record ?? []) }
}

/** The recording's own directories, which it opened without the slash that the kernel puts behind them. */
const directories =
  /^\/d(?:\/(?:data|one(?:\/sub)?|two(?:\/sub(?:\/s2)?)?|three|four|etc|etc\/nginx|home|pub|both|secret|logs|mnt|src|bin))?$/

const folder = (path: string) => (path.endsWith('/') ? path : `${path}/`)
const file = (act: FileAct) => (probe: Probe) => {
  const { path, arg, owns } = probe
  const name = directories.test(path) ? folder(path) : path
  return did(probe, { do: 'file', act, path: name, to: arg, owner: owns })
}
/** The directories were there before and belonged to root. */
const inFolder = (act: FileAct) => (probe: Probe) => {
  const { process, path, uid } = probe
  return did({ ...probe, process: { ...process, ouid: '0' } }, { do: 'file', act, path, owner: uid === 0 })
}

/** What the recording did in order to need a capability, where it met more than the capability. */
const capabilityProbes: Readonly<
  Record<string, { readonly refused?: number; readonly done?: number; readonly needs?: FileAct }>
> = {
  chown: { needs: 'change owner' },
  dac_override: { refused: 13 },
  dac_read_search: { refused: 13 },
  fowner: { needs: 'change mode' },
  net_bind_service: { refused: 13 },
  sys_boot: { done: 22 },
  sys_nice: { refused: 13 },
  mknod: { needs: 'create' },
  syslog: { done: 22 },
}

function capability(probe: Probe): Outcome {
  const name = capabilities[Number(probe.path)] ?? ''
  const { refused, done: errno, needs } = capabilityProbes[name] ?? {}
  const socket = (type: number) => did(probe, { do: 'socket', family: 2, type, protocol: 0 })
  const outcome = each(
    // Killing was tried on a process with the same profile.
    () =>
      name === 'kill'
        ? did(probe, { do: 'signal', access: 'send', signal: 0, peer: probe.profile.profile.label })
        : done,
    () => (name === 'net_raw' ? socket(3) : done),
    () => (name === 'net_bind_service' ? socket(1) : done),
    () => (needs ? did(probe, { do: 'file', act: needs, path: '/d/data/f', owner: true }) : done),
    () => {
      const decision = did(probe, { do: 'capability', name })
      return decision.verdict === 'denied' && refused !== undefined ? { ...decision, errno: refused } : decision
    },
  )
  return outcome.verdict === 'allowed' && errno !== undefined ? { verdict: 'allowed', errno } : outcome
}

/** Types of sockets that a family does not have: the kernel says so after AppArmor has agreed. */
const ESOCKTNOSUPPORT = 94

function socket(probe: Probe): Outcome {
  const [family = 0, type = 0, protocol = 0] = probe.path.split(':').map(Number)
  const isRaw = family === 17 || (type === 3 && (family === 2 || family === 10))
  return each(
    () => did(probe, { do: 'socket', family, type, protocol }),
    () => (isRaw ? did(probe, { do: 'capability', name: 'net_raw' }) : done),
    () => (family === 2 && type === 5 ? { verdict: 'allowed', errno: ESOCKTNOSUPPORT } : done),
  )
}

function signal(probe: Probe): Outcome {
  const { profile, peer, path, arg } = probe
  const signal = Number(path)
  return each(
    () => did(probe, { do: 'signal', access: 'send', signal, peer: arg }),
    () => other(probe, peer(arg)?.signal('receive', signal, profile.profile.label)),
  )
}

/** What the other side says. The recording looked at the records of the asking profile alone. */
function other({ profile, arg }: Probe, decision: Decision | undefined): Outcome {
  if (!decision) return done
  return arg === profile.profile.label ? decision : { ...decision, log: 'none' }
}

/** Both sides have to agree, a process and one with the same profile, too. */
function traced(out: 'trace' | 'read', back: 'tracedby' | 'readby') {
  return (probe: Probe): Outcome => {
    const { profile, peer, arg } = probe
    const { label } = profile.profile
    return each(
      () => did(probe, { do: 'ptrace', access: out, peer: arg }),
      () =>
        arg === label
          ? did(probe, { do: 'ptrace', access: back, peer: arg })
          : other(probe, peer(arg)?.ptrace(back, label)),
    )
  }
}

function mounted(probe: Probe): Outcome {
  const { path } = probe
  const [source = '', filesystem = '', target = '', flags = '0'] = path.split(',')
  const bound = Number(flags) & 4096
  return each(
    () =>
      did(probe, {
        do: 'mount',
        source: bound ? folder(source) : source,
        target: folder(target),
        filesystem,
        flags: Number(flags),
      }),
    () => did(probe, { do: 'capability', name: 'sys_admin' }),
  )
}

/** The acts of the recording by their names there. */
export const probes: Readonly<Record<string, (probe: Probe) => Outcome>> = {
  r: file('read'),
  w: file('write'),
  rw: file('read and write'),
  a: file('append'),
  trunc: file('write'),
  truncate: file('truncate'),
  create: file('create'),
  create_append: file('create for appending'),
  create_existing: file('open or create'),
  unlink: file('delete'),
  symlink: file('make a symlink'),
  mkfifo: file('create'),
  chmod: file('change mode'),
  chown: file('change owner'),
  mkdir: file('make a directory'),
  readdir: inFolder('list a directory'),
  rmdir: inFolder('delete a directory'),
  mmap_x: file('map as code'),
  flock: file('lock for writing'),
  // These are left to the permissions of the file.
  access_r: () => done,
  stat: () => done,
  readlink: () => done,
  utimes: () => done,
  chdir: () => done,
  rename: file('rename'),
  link: probe => did(probe, { do: 'link', path: probe.arg, to: probe.path, owner: probe.owns }),
  exec: probe => did(probe, { do: 'execute', path: probe.path, owner: probe.owns }),
  unixbind: probe =>
    each(
      () => did(probe, { do: 'socket', family: 1, type: 1, protocol: 0 }),
      () => did(probe, { do: 'file', act: 'create', path: probe.path, owner: true }),
    ),
  cap: capability,
  socket,
  signal,
  ptrace: traced('trace', 'tracedby'),
  ptraceread: traced('read', 'readby'),
  mount: mounted,
  umount: probe =>
    each(
      () => did(probe, { do: 'umount', target: folder(probe.path) }),
      () => did(probe, { do: 'capability', name: 'sys_admin' }),
    ),
  changeprofile: probe => did(probe, { do: 'change_profile', label: probe.path }),
  changeonexec: probe => did(probe, { do: 'change_profile', label: probe.path }),
  changehat: probe => did(probe, { do: 'change_hat', name: probe.path }),
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
