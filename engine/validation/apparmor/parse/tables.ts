/** Words that the scanner knows at the beginning of a rule, and the names that the parser's messages give them. */
export const keywords: Readonly<Record<string, string>> = {
  network: 'TOK_NETWORK',
  unix: 'TOK_UNIX',
  capability: 'TOK_CAPABILITY',
  if: 'TOK_IF',
  else: 'TOK_ELSE',
  not: 'TOK_NOT',
  defined: 'TOK_DEFINED',
  change_profile: 'TOK_CHANGE_PROFILE',
  unsafe: 'TOK_UNSAFE',
  safe: 'TOK_SAFE',
  link: 'TOK_LINK',
  owner: 'TOK_OWNER',
  user: 'TOK_OWNER',
  other: 'TOK_OTHER',
  subset: 'TOK_SUBSET',
  audit: 'TOK_AUDIT',
  deny: 'TOK_DENY',
  allow: 'TOK_ALLOW',
  prompt: 'TOK_PROMPT',
  set: 'TOK_SET',
  rlimit: 'TOK_RLIMIT',
  alias: 'TOK_ALIAS',
  rewrite: 'TOK_ALIAS',
  ptrace: 'TOK_PTRACE',
  file: 'TOK_FILE',
  mount: 'TOK_MOUNT',
  remount: 'TOK_REMOUNT',
  umount: 'TOK_UMOUNT',
  unmount: 'TOK_UMOUNT',
  pivot_root: 'TOK_PIVOTROOT',
  in: 'TOK_IN',
  dbus: 'TOK_DBUS',
  signal: 'TOK_SIGNAL',
  send: 'TOK_SEND',
  receive: 'TOK_RECEIVE',
  bind: 'TOK_BIND',
  read: 'TOK_READ',
  write: 'TOK_WRITE',
  eavesdrop: 'TOK_EAVESDROP',
  peer: 'TOK_PEER',
  trace: 'TOK_TRACE',
  tracedby: 'TOK_TRACEDBY',
  readby: 'TOK_READBY',
  abi: 'TOK_ABI',
  userns: 'TOK_USERNS',
  mqueue: 'TOK_MQUEUE',
  delete: 'TOK_DELETE',
  open: 'TOK_OPEN',
  io_uring: 'TOK_IO_URING',
  override_creds: 'TOK_OVERRIDE_CREDS',
  sqpoll: 'TOK_SQPOLL',
  all: 'TOK_ALL',
  priority: 'TOK_PRIORITY',
}

/** Capabilities by number, as a rule names them. */
export const capabilities = (
  'chown dac_override dac_read_search fowner fsetid kill setgid setuid setpcap linux_immutable net_bind_service ' +
  'net_broadcast net_admin net_raw ipc_lock ipc_owner sys_module sys_rawio sys_chroot sys_ptrace sys_pacct sys_admin ' +
  'sys_boot sys_nice sys_resource sys_time sys_tty_config mknod lease audit_write audit_control setfcap mac_override ' +
  'mac_admin syslog wake_alarm block_suspend audit_read perfmon bpf checkpoint_restore'
).split(' ')

/** Signals by number as far as they have one name; `exists` is signal 0. */
export const signals: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    (
      'hup int quit ill trap abrt bus fpe kill usr1 segv usr2 pipe alrm term stkflt chld cont stop stp ttin ttou urg ' +
      'xcpu xfsz vtalrm prof winch io pwr sys'
    )
      .split(' ')
      .map((name, index) => [name, index + 1]),
  ),
  emt: 32,
  exists: 0,
}

/** Resource limits and their numbers. */
export const rlimits: Readonly<Record<string, number>> = {
  cpu: 0,
  fsize: 1,
  data: 2,
  stack: 3,
  core: 4,
  rss: 5,
  nproc: 6,
  nofile: 7,
  ofile: 7,
  memlock: 8,
  as: 9,
  locks: 10,
  sigpending: 11,
  msgqueue: 12,
  nice: 13,
  rtprio: 14,
  rttime: 15,
}

/** Address families and their numbers. */
export const families: Readonly<Record<string, number>> = {
  unix: 1,
  inet: 2,
  ax25: 3,
  ipx: 4,
  appletalk: 5,
  netrom: 6,
  bridge: 7,
  atmpvc: 8,
  x25: 9,
  inet6: 10,
  rose: 11,
  netbeui: 13,
  security: 14,
  key: 15,
  netlink: 16,
  packet: 17,
  ash: 18,
  econet: 19,
  atmsvc: 20,
  rds: 21,
  sna: 22,
  irda: 23,
  pppox: 24,
  wanpipe: 25,
  llc: 26,
  ib: 27,
  mpls: 28,
  can: 29,
  tipc: 30,
  bluetooth: 31,
  iucv: 32,
  rxrpc: 33,
  isdn: 34,
  phonet: 35,
  ieee802154: 36,
  caif: 37,
  alg: 38,
  nfc: 39,
  vsock: 40,
  kcm: 41,
  qipcrtr: 42,
  smc: 43,
  xdp: 44,
  mctp: 45,
}

/** Types of sockets that a network rule can name. */
export const socketTypes: Readonly<Record<string, number>> = {
  stream: 1,
  dgram: 2,
  seqpacket: 5,
  rdm: 4,
  raw: 3,
  packet: 10,
}

/** Types that the `type=` of a unix rule can name, beside those. */
export const unixTypes: Readonly<Record<string, number>> = { ...socketTypes, none: 0, dccp: 6 }

/** Words that stand for a type of socket of a family, and for a protocol where it is a raw one. */
export const protocols: readonly {
  readonly family: number
  readonly name: string
  readonly type: number
  readonly protocol?: number
}[] = [
  { family: 2, name: 'tcp', type: 1 },
  { family: 2, name: 'udp', type: 2 },
  { family: 2, name: 'icmp', type: 3 },
  { family: 10, name: 'tcp', type: 1 },
  { family: 10, name: 'udp', type: 2 },
]

/** Names of error numbers that the `error=` of a profile may have: those of Linux, case aside. */
export const errnoNames = new Set(
  (
    'EPERM ENOENT ESRCH EINTR EIO ENXIO E2BIG ENOEXEC EBADF ECHILD EAGAIN ENOMEM EACCES EFAULT ENOTBLK EBUSY EEXIST EXDEV ' +
    'ENODEV ENOTDIR EISDIR EINVAL ENFILE EMFILE ENOTTY ETXTBSY EFBIG ENOSPC ESPIPE EROFS EMLINK EPIPE EDOM ERANGE EDEADLK ' +
    'ENAMETOOLONG ENOLCK ENOSYS ENOTEMPTY ELOOP EWOULDBLOCK ENOMSG EIDRM ECHRNG EL2NSYNC EL3HLT EL3RST ELNRNG EUNATCH ' +
    'ENOCSI EL2HLT EBADE EBADR EXFULL ENOANO EBADRQC EBADSLT EDEADLOCK EBFONT ENOSTR ENODATA ETIME ENOSR ENONET ENOPKG ' +
    'EREMOTE ENOLINK EADV ESRMNT ECOMM EPROTO EMULTIHOP EDOTDOT EBADMSG EOVERFLOW ENOTUNIQ EBADFD EREMCHG ELIBACC ELIBBAD ' +
    'ELIBSCN ELIBMAX ELIBEXEC EILSEQ ERESTART ESTRPIPE EUSERS ENOTSOCK EDESTADDRREQ EMSGSIZE EPROTOTYPE ENOPROTOOPT ' +
    'EPROTONOSUPPORT ESOCKTNOSUPPORT EOPNOTSUPP ENOTSUP EPFNOSUPPORT EAFNOSUPPORT EADDRINUSE EADDRNOTAVAIL ENETDOWN ' +
    'ENETUNREACH ENETRESET ECONNABORTED ECONNRESET ENOBUFS EISCONN ENOTCONN ESHUTDOWN ETOOMANYREFS ETIMEDOUT ECONNREFUSED ' +
    'EHOSTDOWN EHOSTUNREACH EALREADY EINPROGRESS ESTALE EUCLEAN ENOTNAM ENAVAIL EISNAM EREMOTEIO EDQUOT ENOMEDIUM ' +
    'EMEDIUMTYPE ECANCELED ENOKEY EKEYEXPIRED EKEYREVOKED EKEYREJECTED EOWNERDEAD ENOTRECOVERABLE ERFKILL EHWPOISON'
  ).split(' '),
)
