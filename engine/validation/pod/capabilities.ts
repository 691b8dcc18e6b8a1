import type { Capabilities } from './pod.ts'

/** Every capability that Linux has, without `CAP_`, in the order of their numbers. */
export const everyCapability: readonly string[] = [
  ...['CHOWN', 'DAC_OVERRIDE', 'DAC_READ_SEARCH', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP'],
  ...['LINUX_IMMUTABLE', 'NET_BIND_SERVICE', 'NET_BROADCAST', 'NET_ADMIN', 'NET_RAW', 'IPC_LOCK', 'IPC_OWNER'],
  ...['SYS_MODULE', 'SYS_RAWIO', 'SYS_CHROOT', 'SYS_PTRACE', 'SYS_PACCT', 'SYS_ADMIN', 'SYS_BOOT', 'SYS_NICE'],
  ...['SYS_RESOURCE', 'SYS_TIME', 'SYS_TTY_CONFIG', 'MKNOD', 'LEASE', 'AUDIT_WRITE', 'AUDIT_CONTROL', 'SETFCAP'],
  ...['MAC_OVERRIDE', 'MAC_ADMIN', 'SYSLOG', 'WAKE_ALARM', 'BLOCK_SUSPEND', 'AUDIT_READ', 'PERFMON', 'BPF'],
  'CHECKPOINT_RESTORE',
]

const ofRuntime = new Set([
  ...['CHOWN', 'DAC_OVERRIDE', 'FSETID', 'FOWNER', 'MKNOD', 'NET_RAW', 'SETGID', 'SETUID', 'SETFCAP', 'SETPCAP'],
  ...['NET_BIND_SERVICE', 'SYS_CHROOT', 'KILL', 'AUDIT_WRITE'],
])

export interface EffectiveCapabilities {
  /** What processes in the container can have at most, in the order of their numbers. */
  readonly held: readonly string[]
  /** Names in `add` and `drop` that mean nothing to the kernel: the container starts without a word of them. */
  readonly unknown: readonly string[]
}

/**
 * The capabilities that containerd gives a container: all to a privileged one, else its usual ones with `add` and `drop`
 * applied. `ALL` comes first in each, and `drop` has the last word. Letters may be small, but `CAP_` is never taken off.
 */
export function capabilitiesOf(
  { add = [], drop = [] }: Capabilities = {},
  isPrivileged = false,
): EffectiveCapabilities {
  const [adding, dropping] = [add, drop].map(names => names.map(name => name.toUpperCase()))
  const unknown = [...add, ...drop].filter(name => !known.has(name.toUpperCase()))
  if (isPrivileged) return { held: everyCapability, unknown }
  let held = new Set(adding?.includes('ALL') ? everyCapability : ofRuntime)
  if (dropping?.includes('ALL')) held = new Set()
  for (const name of adding ?? []) held.add(name)
  for (const name of dropping ?? []) held.delete(name)
  return { held: everyCapability.filter(name => held.has(name)), unknown }
}

const known = new Set([...everyCapability, 'ALL'])
