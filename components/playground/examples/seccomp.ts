import type { Example } from '../playground.ts'

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
    questions: [{ call: 'mount' }, { call: 'clone(0x10000000)' }, { call: 'clone(0)' }, { call: 'openat' }],
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
]
