/** Bits or a value of one argument that make a call matter. */
export interface Matter {
  readonly arg: number
  readonly value: bigint
  /** Absent: the argument is the value. `any`: it has at least one of its bits. */
  readonly bits?: 'any'
  /** Except this argument. */
  readonly not?: bigint
}

/** A system call that attacks on the host begin with, or that widens what the kernel shows to them. */
export interface EscapeCall {
  readonly syscall: string
  /** Why it matters: one sentence. */
  readonly why: string
  /** It matters with one of these alone; without, always. */
  readonly when?: readonly Matter[]
  /** Lists of what ordinary programs need have it too, RuntimeDefault among them: that it is allowed is no news. */
  readonly isUsual?: true
}

const mounts = 'Mounts file systems: with the right to mount, a container reaches the disks of the host.'
const newMounts =
  'One of the newer calls that mount together do what mount does, and get past a rule about mount alone.'
const times = 'Sets the clock of the host, for every container: logs and certificates go wrong.'
const modules = 'Loads code into the kernel itself: who may do that owns the host.'
const rings = 'Queues work for the kernel that no filter looks into; many holes of the kernel were found there.'
const keys = 'The key ring is not separate for each container: keys of others can be reached or overwritten.'
const memory =
  'Reads or writes the memory of another process, which may be one of the host where process ids are shared.'
const ports = 'Gives direct access to the hardware’s ports, past the kernel.'
const names = 'Changes a name that others on the host may see when the namespace is shared.'
const swap = 'Works on the host’s swap space, where the memory of all containers is written.'
const quotas = 'Changes the disk quotas of the host’s file systems.'
const kexec = 'Boots another kernel in the place of the host’s.'

const calls: Readonly<Record<string, string | Omit<EscapeCall, 'syscall'>>> = {
  mount: mounts,
  umount2: 'Takes file systems away, and with them what was mounted over to be hidden or made read-only.',
  umount: 'The older umount2: takes away what was mounted over to be hidden or made read-only.',
  fsopen: newMounts,
  fsconfig: newMounts,
  fsmount: newMounts,
  fspick: newMounts,
  move_mount: newMounts,
  open_tree: newMounts,
  mount_setattr: newMounts,
  pivot_root: 'Makes another directory the root of all processes in the mount namespace.',
  chroot: {
    why: 'Makes another directory the root: known as a way out of an older root when it is used twice.',
    isUsual: true,
  },
  unshare:
    'Makes new namespaces. In a user namespace a process has all capabilities, and reaches far more of the kernel.',
  setns: 'Enters a namespace that exists, such as one of the host’s.',
  clone: {
    why: 'With its CLONE_NEW flags it makes namespaces as unshare does. Threads need it too, without them.',
    isUsual: true,
    when: [{ arg: 0, value: 0x7e020000n, bits: 'any' }],
  },
  clone3: {
    why: 'Makes namespaces too, and its flags lie in memory where no filter sees them. Refuse it with ENOSYS.',
    isUsual: true,
  },
  ptrace: { why: 'Controls other processes: their memory, their registers, the calls that they make.', isUsual: true },
  process_vm_readv: { why: memory, isUsual: true },
  process_vm_writev: { why: memory, isUsual: true },
  process_madvise: 'Gives the kernel advice about the memory of another process.',
  pidfd_getfd: 'Takes an open file out of another process.',
  kcmp: 'Compares what two processes share, which tells something of how the kernel’s memory is ordered.',
  bpf: 'Loads programs into the kernel. Mistakes in what checks them became ways to own the host.',
  perf_event_open: 'Measures the kernel and other processes: it leaks addresses, and had holes of its own.',
  add_key: keys,
  request_key: keys,
  keyctl: keys,
  open_by_handle_at: 'Opens files by number, past all directories: with it a file of the host is read from inside.',
  kexec_load: kexec,
  kexec_file_load: kexec,
  init_module: modules,
  finit_module: modules,
  create_module: modules,
  delete_module: 'Takes a module out of the kernel, and what it guards with it.',
  userfaultfd: 'Stops the kernel in the middle of a copy, which makes races in it easy to win.',
  io_uring_setup: rings,
  io_uring_enter: rings,
  io_uring_register: rings,
  swapon: swap,
  swapoff: swap,
  reboot: 'Restarts or stops the host.',
  settimeofday: times,
  clock_settime: times,
  clock_settime64: times,
  stime: times,
  personality: {
    why: 'With these flags it takes away the random layout of memory, or makes what can be read executable.',
    // ADDR_NO_RANDOMIZE, READ_IMPLIES_EXEC; all bits only ask.
    when: [{ arg: 0, value: 0x440000n, bits: 'any', not: 0xffffffffn }],
  },
  iopl: ports,
  ioperm: ports,
  nfsservctl: 'Steered the file server of old kernels. No program needs it.',
  quotactl: quotas,
  quotactl_fd: quotas,
  acct: 'Turns the host’s process accounting off or writes it elsewhere.',
  syslog: 'Reads and clears the kernel’s log, which tells addresses and what happens on the host.',
  sethostname: names,
  setdomainname: names,
  vhangup: 'Hangs up a terminal, which may be one of the host.',
  lookup_dcookie: 'Tells paths of the host’s files by number.',
  fanotify_init: 'Watches the files of whole file systems, the host’s too.',
  socket: {
    why: 'AF_ALG (38) reaches the kernel’s cryptography and AF_VSOCK (40) the machine below: both have been ways out.',
    isUsual: true,
    when: [
      { arg: 0, value: 38n },
      { arg: 0, value: 40n },
    ],
  },
  ioctl: {
    why: 'TIOCSTI types into a terminal, which may be that of the person outside.',
    isUsual: true,
    when: [{ arg: 1, value: 0x5412n }],
  },
  modify_ldt: {
    why: 'Changes how memory is divided into segments: old code of the kernel that had holes.',
    isUsual: true,
  },
  uselib: 'Loads a library in an old way, with holes that were found late. No program needs it.',
  ustat: 'Looks at file systems in an old way, the host’s too. No program needs it.',
  sysfs: 'Lists the kernel’s file systems in an old way. No program needs it.',
  move_pages: 'Moves the memory of other processes between nodes of the machine.',
}

/** All of them, in the order in which they are told. */
export const escapeCalls: readonly EscapeCall[] = Object.entries(calls).map(([syscall, it]) =>
  typeof it === 'string' ? { syscall, why: it } : { syscall, ...it },
)
