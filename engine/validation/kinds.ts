import type { Finding } from '../yaml/finding.ts'
import { auditPolicyField } from './audit-policy/fields.ts'
import { readAuditPolicy } from './audit-policy/read.ts'
import type { Field } from './field.ts'
import { seccompField } from './seccomp/fields.ts'
import { readSeccompProfile } from './seccomp/read.ts'

/** A kind of file that the engine knows to read. Another kind is one more entry below. */
export interface ArtefactKind {
  readonly id: string
  /** As it is called in a sentence. */
  readonly name: string
  readonly syntax: 'yaml' | 'json' | 'toml'
  /** Whether the text says itself what it is. Asked of broken texts too, so it looks at lines, not at values. */
  isNamedBy(text: string): boolean
  /** Whether such files lie there, and the text, which does not say, may be one. */
  isPlacedBy(path: string, text: string): boolean
  read(text: string): readonly Finding[]
  readonly field: Field
}

/** The order matters: the first kind that a text names is its kind, then the first that its path names. */
export const artefactKinds: readonly ArtefactKind[] = [
  {
    id: 'audit-policy',
    name: 'audit policy',
    syntax: 'yaml',
    isNamedBy: text => /^\s*"?apiVersion"?\s*:\s*["']?audit\.k8s\.io\//m.test(text),
    isPlacedBy: (path, text) =>
      /^\/etc\/kubernetes\/(?:.*\/)?[^/]*audit[^/]*(?:\/[^/]*)?\.ya?ml$/.test(path) &&
      !/^kind:\s*(?!Policy\b)\w/m.test(text),
    read: text => readAuditPolicy(text).findings,
    field: auditPolicyField,
  },
  {
    id: 'seccomp',
    name: 'seccomp profile',
    syntax: 'json',
    isNamedBy: text => /^\s*\{/.test(text) && /"(?:defaultAction|syscalls)"\s*:/.test(text),
    isPlacedBy: path => path.startsWith('/var/lib/kubelet/seccomp/'),
    read: text => readSeccompProfile(text).findings,
    field: seccompField,
  },
]

/** What kind of file this is: by what it says, else by where it lies. Undefined for a file of no kind that we know. */
export function kindOf(text: string, path: string): ArtefactKind | undefined {
  return artefactKinds.find(kind => kind.isNamedBy(text)) ?? artefactKinds.find(kind => kind.isPlacedBy(path, text))
}
