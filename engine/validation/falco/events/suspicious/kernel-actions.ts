import { type SuspiciousAction, wherever } from './action.ts'

const anywhere = ['host', 'container'] as const

/** What programs ask of the kernel that they should not. */
export const kernelActions: readonly SuspiciousAction[] = [
  {
    name: 'ReadPhysicalMemory',
    meaning: 'The memory of the whole machine is read by its device.',
    where: anywhere,
    events: [{ open: '/dev/mem', by: '/usr/bin/dd if=/dev/mem of=/tmp/dump', ancestors: ['bash'] }],
    rules: wherever('Memory device opened'),
  },
  {
    name: 'PtraceAttachedToProcess',
    meaning: 'A program attaches itself to another and looks into it.',
    where: anywhere,
    events: [{ ptrace: 'PTRACE_ATTACH', of: 'nginx', by: '/tmp/inject 1000', caps: ['CAP_SYS_PTRACE'] }],
    rules: wherever('Process traced'),
  },
  {
    name: 'PtraceAntiDebugAttempt',
    meaning: 'A program traces itself, so that nobody else can.',
    where: anywhere,
    events: [{ ptrace: 'PTRACE_TRACEME', by: '/tmp/payload', ancestors: ['sh'] }],
    rules: wherever('Process keeps debuggers away'),
  },
  {
    name: 'ChangeNamespace',
    meaning: 'A program enters the namespaces of the host.',
    where: anywhere,
    events: [
      {
        setns: ['mnt', 'pid'],
        by: '/usr/bin/nsenter -t 1 -m -p /bin/sh',
        caps: ['CAP_SYS_ADMIN'],
        ancestors: ['bash'],
      },
    ],
    rules: { container: ['Namespace changed in container'] },
  },
  {
    name: 'UnshareUserNamespace',
    meaning: 'A program makes namespaces of its own, in which it may do everything.',
    where: anywhere,
    events: [{ unshare: ['user', 'mnt'], by: '/usr/bin/unshare -Urm /bin/sh', caps: [], ancestors: ['bash'] }],
    rules: { container: ['Namespace changed in container'] },
  },
  {
    name: 'MountLaunchedInPrivilegedContainer',
    meaning: 'A privileged container mounts the disk of its node.',
    where: ['container'],
    events: [
      {
        mount: '/dev/sda1',
        on: '/mnt',
        type: 'ext4',
        privileged: true,
        by: '/usr/bin/mount /dev/sda1 /mnt',
        caps: ['CAP_SYS_ADMIN'],
        ancestors: ['bash'],
      },
    ],
    rules: { container: ['Mount in privileged container'] },
  },
  {
    name: 'DetectReleaseAgentFileContainerEscapes',
    meaning: 'A container names the program that the host starts when a control group is empty.',
    where: ['container'],
    events: [
      {
        write: '/tmp/cgrp/release_agent',
        privileged: true,
        by: '/bin/sh -c /escape.sh',
        caps: ['CAP_DAC_OVERRIDE', 'CAP_SYS_ADMIN'],
        ancestors: ['bash'],
      },
    ],
    rules: { container: ['Escape by release_agent'] },
  },
  {
    name: 'EscapeByCorePattern',
    meaning: 'A container names the program that the host starts when a process crashes.',
    where: ['container'],
    events: [
      { write: '/proc/sys/kernel/core_pattern', privileged: true, by: '/bin/sh -c /escape.sh', ancestors: ['bash'] },
    ],
    rules: { container: ['Escape by core_pattern'] },
  },
  {
    name: 'LinuxKernelModuleInjection',
    meaning: 'Code is loaded into the kernel.',
    where: anywhere,
    events: [{ module: '/tmp/rootkit.ko', by: '/usr/sbin/insmod /tmp/rootkit.ko', caps: ['CAP_SYS_MODULE'] }],
    rules: { host: ['Kernel module loaded by hand'], container: ['Kernel module loaded in container'] },
  },
  {
    name: 'NonSudoSetuid',
    meaning: 'A program of a plain user becomes root without those that are there for it.',
    where: anywhere,
    events: [{ setuid: 0, user: 'www-data', uid: 33, by: '/tmp/exploit', ancestors: ['sh'] }],
    rules: wherever('User became root'),
  },
  {
    name: 'LoadBpfProgram',
    meaning: 'A container loads a program of its own into the kernel.',
    where: ['container'],
    events: [{ bpf: 'BPF_PROG_LOAD', by: '/tmp/sniffer', caps: ['CAP_BPF'] }],
    rules: { container: ['BPF program loaded in container'] },
  },
]
