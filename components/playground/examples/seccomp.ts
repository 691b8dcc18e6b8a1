import type { Example } from '../playground.ts'

/** To be compared with the first one. */
const narrower = `{
  "defaultAction": "SCMP_ACT_ALLOW",
  "syscalls": [
    { "names": ["mount", "umount2", "ptrace", "unshare"], "action": "SCMP_ACT_ERRNO" }
  ]
}
`

export const seccompExamples: readonly Example[] = [
  {
    title: 'All but a few calls are allowed',
    text: `{
  "defaultAction": "SCMP_ACT_ALLOW",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    {
      "names": ["mount", "umount2", "ptrace"],
      "action": "SCMP_ACT_ERRNO"
    },
    {
      "names": ["clone"],
      "action": "SCMP_ACT_ERRNO",
      "args": [
        { "index": 0, "value": 268435456, "valueTwo": 268435456, "op": "SCMP_CMP_MASKED_EQ" }
      ]
    }
  ]
}
`,
    questions: [
      { call: 'mount' },
      { call: 'clone(0x10000000)' },
      { call: 'clone(0)' },
      { call: 'openat' },
      { call: 'unshare', against: narrower },
    ],
  },
  {
    title: 'Only what is listed, the rest is logged',
    text: `{
  "defaultAction": "SCMP_ACT_LOG",
  "architectures": ["SCMP_ARCH_X86_64"],
  "syscalls": [
    {
      "names": ["read", "write", "openat", "close", "exit_group"],
      "action": "SCMP_ACT_ALLOW"
    },
    {
      "names": ["unshare", "setns"],
      "action": "SCMP_ACT_KILL_PROCESS"
    }
  ]
}
`,
    questions: [{ call: 'read' }, { call: 'unshare' }, { call: 'getpid' }],
  },
  {
    title: 'Written for Docker, laid on a node',
    text: `{
  "defaultAction": "SCMP_ACT_ERRNO",
  "archMap": [
    {
      "architecture": "SCMP_ARCH_X86_64",
      "subArchitectures": ["SCMP_ARCH_X86", "SCMP_ARCH_X32"]
    }
  ],
  "syscalls": [
    {
      "names": [
        "arch_prctl", "brk", "capget", "capset", "chdir", "close", "execve", "exit_group", "fcntl", "fstat",
        "fstatfs", "futex", "getcwd", "getdents64", "getppid", "mmap", "mprotect", "newfstatat", "openat", "prctl",
        "read", "rt_sigaction", "setgid", "setgroups", "setuid", "write"
      ],
      "action": "SCMP_ACT_ALLOW"
    },
    {
      "names": ["mount", "umount2", "setns"],
      "action": "SCMP_ACT_ALLOW",
      "includes": { "caps": ["CAP_SYS_ADMIN"] }
    },
    {
      "names": ["clone"],
      "action": "SCMP_ACT_ALLOW",
      "args": [
        { "index": 0, "value": 2114060288, "valueTwo": 0, "op": "SCMP_CMP_MASKED_EQ" }
      ],
      "excludes": { "caps": ["CAP_SYS_ADMIN"] }
    },
    {
      "names": ["ptrace"],
      "action": "SCMP_ACT_ALLOW",
      "includes": { "minKernel": "4.8" }
    }
  ]
}
`,
    questions: [
      { call: 'mount' },
      { call: 'mount', reader: 'Docker' },
      { call: 'mount', reader: 'Docker', capabilities: 'SYS_ADMIN' },
      { call: 'read', through: 'x86' },
      { call: 'read', through: 'x86', reader: 'Docker' },
    ],
  },
]
