import type { Choice, Field } from '../field.ts'

const choices = (texts: Readonly<Record<string, string>>): readonly Choice[] =>
  Object.entries(texts).map(([text, says]) => ({ text, says }))

const letters = choices({
  r: 'Read. Of a directory: list it; its path ends in a slash then.',
  w: 'Write, create, delete, rename, change mode and owner. It holds a.',
  rw: 'Read and write.',
  a: 'Append only. Not together with w in one rule.',
  k: 'Lock. A lock for writing needs w, too.',
  rk: 'Read and lock.',
  rwk: 'Read, write and lock.',
  l: 'Make a hard link of this name.',
  m: 'Map into memory as code, as libraries are.',
  mr: 'Read and map as code: what a library needs.',
  ix: 'Run it under the same profile.',
  rix: 'Read it, and run it under the same profile.',
  mrix: 'Read it, map it, and run it under the same profile.',
  px: 'Run it under the profile that is loaded for it, environment kept; refused when there is none.',
  Px: 'Run it under the profile that is loaded for it, environment cleaned.',
  cx: 'Run it under a child profile of this one, environment kept.',
  Cx: 'Run it under a child profile of this one, environment cleaned.',
  ux: 'Run it without any profile, environment kept. Dangerous.',
  Ux: 'Run it without any profile, environment cleaned.',
  pix: 'As px, and as ix when there is no such profile.',
  x: 'Run it in any way. Only in deny rules.',
})

const capability: Field = {
  says: 'Which of root’s powers may be used, by their names without CAP_. Without a name: all.',
  values: choices({
    chown: 'Change owners of files.',
    dac_override: 'Pass over the permissions of files.',
    dac_read_search: 'Pass over the permissions for reading.',
    fowner: 'Do what only the owner of a file may.',
    kill: 'Send signals to processes of others.',
    setgid: 'Change the group.',
    setuid: 'Change the user.',
    net_bind_service: 'Listen on ports below 1024.',
    net_admin: 'Configure the network.',
    net_raw: 'Make raw sockets; ping does.',
    sys_admin: 'A great part of what root can, mounting among it.',
    sys_chroot: 'Change the root directory.',
    sys_module: 'Load modules into the kernel.',
    sys_ptrace: 'Look into other processes.',
    sys_time: 'Set the clock.',
    mknod: 'Make device files.',
    syslog: 'Read the kernel’s log.',
  }),
}

const network: Field = {
  says: 'Which sockets may be made: a family, a type or a protocol, in this order. Without a word: all.',
  values: choices({
    inet: 'IPv4.',
    inet6: 'IPv6.',
    unix: 'Sockets on the same host.',
    netlink: 'Talk with the kernel.',
    packet: 'Raw frames.',
    stream: 'Connections.',
    dgram: 'Datagrams.',
    raw: 'Raw sockets of every family.',
    tcp: 'TCP over IPv4 and IPv6.',
    udp: 'UDP over IPv4 and IPv6.',
    icmp: 'ICMP over IPv4.',
  }),
}

const signal: Field = {
  says: 'Which signals may go where. Both sides need it: who sends, and who receives when it has a profile.',
  values: choices({
    send: 'Send signals.',
    receive: 'Be sent signals. Without it, even a runtime without a profile cannot end the process.',
    set: 'The signals: set=(term, kill). Without it: all.',
    peer: 'The profile on the other side: peer=unconfined.',
  }),
}

const ptrace: Field = {
  says: 'Which processes may be traced or looked into. Both sides need it.',
  values: choices({
    trace: 'Trace another process.',
    read: 'Read what /proc tells of it.',
    tracedby: 'Be traced.',
    readby: 'Be looked into.',
    peer: 'The profile on the other side.',
  }),
}

const mount: Field = {
  says: 'What may be mounted where. It does not hold umount.',
  values: choices({
    fstype: 'The type: fstype=tmpfs.',
    options: 'Exactly these with =, none but these with in.',
  }),
}

const flags: Field = {
  says: 'How the profile works: flags=(complain, attach_disconnected).',
  values: choices({
    enforce: 'Refuse what no rule allows. The same as no flag.',
    complain: 'Allow it and log it. A plain deny is refused even so.',
    kill: 'End the process that tries it.',
    unconfined: 'Refuse nothing.',
    audit: 'Log everything.',
    prompt: 'Ask a program of the desktop about what no rule allows. Kernels without one refuse it.',
    default_allow: 'Allow what no rule denies. Parsers up to 4.1 make it the same as unconfined.',
    attach_disconnected: 'Treat paths that lie outside of the mounts as if they began at the root. Containers need it.',
    mediate_deleted: 'Decide about deleted files by the name that they had.',
  }),
}

/** What can begin a rule, and what can follow it. */
export const apparmorHelp: Field = {
  says: 'AppArmor profiles: what programs may do. What no rule allows is refused.',
  keys: {
    profile: { says: 'A profile and its name. Kubernetes, aa-status and apparmor_parser -R use this name.' },
    hat: { says: 'A part of a profile that a program changes into by itself.' },
    flags,
    include: { says: 'Takes in the rules of another file: include <abstractions/base>.' },
    abi: { says: 'Which kernel’s features the profile is written for: abi <abi/4.0>.' },
    allow: { says: 'Gives what follows. The same as no word.' },
    deny: { says: 'Refuses what follows, without a line in the log. It wins over every rule that allows it.' },
    audit: { says: 'Logs what follows. It stands before allow and deny.' },
    owner: { says: 'Only for files that belong to the process’s user.' },
    file: { says: 'A rule about files. Alone, it allows everything on every path.', values: letters },
    link: { says: 'Allows a hard link: link /new -> /existing.' },
    capability,
    network,
    unix: { says: 'Sockets on the same host.' },
    signal,
    ptrace,
    mount,
    remount: { says: 'Mounts that may be changed.' },
    umount: { says: 'What may be unmounted.' },
    pivot_root: { says: 'Where the root may be moved.' },
    change_profile: { says: 'Profiles that the process may change to: change_profile -> name.' },
    set: { says: 'Sets a limit: set rlimit nofile <= 1024.' },
    mqueue: { says: 'Message queues. Kernels of Ubuntu ask about them.' },
    io_uring: { says: 'Rings of requests to the kernel. Linux 6.12 asks about them, 6.1 does not.' },
    prompt: { says: 'Has a program of the desktop asked about what follows.' },
    priority: { says: 'A rule with a higher number wins over those with lower ones, denials too: priority=1 /a r.' },
    dbus: { says: 'What may be said over D-Bus.' },
    userns: {
      says: 'Namespaces of users may be made. Linux 6.12 and kernels of Ubuntu ask about it; parsers before 4 do not know it.',
    },
    all: { says: 'Allows everything. Only newer parsers know it.' },
  },
}
