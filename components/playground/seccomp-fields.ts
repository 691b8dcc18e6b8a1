import type { Field } from './kinds.ts'

/** Tables through which a call is made, and the machines that have them. */
export const seccompTables = {
  'x86-64': { table: 'x86_64', machine: 'x86_64' },
  x86: { table: 'x86', machine: 'x86_64' },
  x32: { table: 'x32', machine: 'x86_64' },
  arm64: { table: 'aarch64', machine: 'aarch64' },
  arm: { table: 'arm', machine: 'aarch64' },
} as const

/** Who reads the file: containerd the OCI dialect, the others Docker’s as well. */
export const seccompReaders = ['containerd', 'Docker', 'CRI-O'] as const

/** What a system call is asked with. Capabilities and kernel matter to Docker’s dialect alone. */
export const seccompFields: readonly Field[] = [
  { name: 'call', label: 'System call', placeholder: 'clone(0x10000000)', wide: true },
  { name: 'through', label: 'Called through', options: Object.keys(seccompTables) },
  { name: 'reader', label: 'File read by', options: seccompReaders },
  { name: 'capabilities', label: 'Capabilities', placeholder: 'the usual, or SYS_ADMIN -CHOWN' },
  { name: 'kernel', label: 'Kernel', placeholder: '6.8' },
  {
    name: 'against',
    label: 'The other profile',
    placeholder: 'Paste it here: every call that the two treat differently is told.',
    wide: true,
  },
]
