import type { Finding } from '../yaml/finding.ts'
import { readYaml } from '../yaml/read-yaml.ts'
import { auditPolicyHelp } from './audit-policy/help.ts'
import { readAuditPolicy } from './audit-policy/read.ts'
import { containerdHelp } from './containerd-config/help.ts'
import { readContainerdConfig } from './containerd-config/read.ts'
import { falcoHelp } from './falco/help.ts'
import type { Field } from './field.ts'
import { podHelp, runtimeClassHelp } from './runtime-class/help.ts'
import { readManifests } from './runtime-class/read.ts'
import { seccompHelp } from './seccomp/help.ts'
import { readSeccompProfile } from './seccomp/read.ts'

const staticPods = '/etc/kubernetes/manifests/'

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
  read(text: string, path: string): readonly Finding[]
  /** For hover and completion. */
  readonly help: Field
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
    help: auditPolicyHelp,
  },
  {
    id: 'seccomp',
    name: 'seccomp profile',
    syntax: 'json',
    isNamedBy: text => /^\s*\{/.test(text) && /"(?:defaultAction|syscalls)"\s*:/.test(text),
    isPlacedBy: path => path.startsWith('/var/lib/kubelet/seccomp/'),
    read: text => readSeccompProfile(text).findings,
    help: seccompHelp,
  },
  {
    id: 'falco',
    name: 'Falco rules',
    syntax: 'yaml',
    isNamedBy: text =>
      /^-[ \t]+(?:rule|macro|list|required_engine_version|required_plugin_versions)[ \t]*:/m.test(text),
    isPlacedBy: path => /^\/etc\/falco\/(?:.*rules.*\/[^/]+|[^/]*rules[^/]*)\.ya?ml$/.test(path),
    read: text => readYaml(text).findings,
    help: falcoHelp,
  },
  {
    id: 'runtime-class',
    name: 'RuntimeClass',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]*"?kind"?[ \t]*:[ \t]*["']?runtimeclass(?:es)?\b/im.test(text) ||
      /^apiVersion:[ \t]*["']?node\.k8s\.io\b/m.test(text),
    isPlacedBy: () => false,
    read: readManifestsAt,
    help: runtimeClassHelp,
  },
  {
    id: 'pod',
    name: 'Pod',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?pods?\b["']?[ \t]*,?[ \t\r]*(?:#.*)?$/im.test(text),
    isPlacedBy: (path, text) => path.startsWith(staticPods) && !/^kind:/m.test(text),
    read: readManifestsAt,
    help: podHelp,
  },
  {
    id: 'containerd',
    name: 'containerd configuration',
    syntax: 'toml',
    isNamedBy: text => /^[ \t]*\[[ \t]*plugins[ \t]*\.[ \t]*["']?io\.containerd\./m.test(text),
    isPlacedBy: path => /^\/etc\/containerd\/.*\.toml$/.test(path),
    // Other files are not at hand here, so none of them is called missing.
    read: (text, path) => readContainerdConfig(text, { path, find: pattern => [pattern] }).findings,
    help: containerdHelp,
  },
]

const lenient = ['runtime-class-unknown-field', 'runtime-class-duplicate-key']

/** The kubelet reads its own manifests leniently: what kubectl has refused, it drops without a word. */
function readManifestsAt(text: string, path: string): readonly Finding[] {
  const { findings } = readManifests(text)
  if (!path.startsWith(staticPods)) return findings
  return findings.map(finding => (lenient.includes(finding.code) ? { ...finding, severity: 'warning' } : finding))
}

/** What kind of file this is: by what it says, else by where it lies. Undefined for a file of no kind that we know. */
export function kindOf(text: string, path: string): ArtefactKind | undefined {
  return artefactKinds.find(kind => kind.isNamedBy(text)) ?? artefactKinds.find(kind => kind.isPlacedBy(path, text))
}
