import type { Finding } from '../yaml/finding.ts'
import type { Field } from './field.ts'

/** A kind of file that the engine knows to read. Another kind is one more entry below. */
export interface ArtefactKind {
  readonly id: string
  /** As it is called in a sentence. */
  readonly name: string
  readonly syntax: 'yaml' | 'json' | 'toml' | 'apparmor' | 'unit'
  /** Whether the text says itself what it is. Asked of broken texts too, so it looks at lines, not at values. */
  isNamedBy(text: string): boolean
  /** Whether such files lie there, and the text, which does not say, may be one. */
  isPlacedBy(path: string, text: string): boolean
  /** Paths of the files that are read before this one and say what it may use. A folder, with a slash behind it: those of its files that stand before. */
  before?(path: string): readonly string[]
  /** What reads such files. It is large, so it is loaded when the first one is met. */
  load(): Promise<KindReader>
}

export interface KindReader {
  /** `earlier`: the files of `before`, as far as they are there, in their order. */
  read(text: string, path: string, earlier: readonly NamedText[]): readonly Finding[]
  /** For hover and completion. */
  readonly help: Field
}

export interface NamedText {
  readonly path: string
  readonly text: string
}

export const staticPods = '/etc/kubernetes/manifests/'
/** The rule files that Falco loads by itself, in its order; the files of rules.d come behind them. */
const falcoFiles = ['/etc/falco/falco_rules.yaml', '/etc/falco/falco_rules.local.yaml']
const falcoFolder = '/etc/falco/rules.d/'

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
    async load() {
      const { readAuditPolicy } = await import('./audit-policy/read.ts')
      const { auditPolicyHelp } = await import('./audit-policy/help.ts')
      return { read: text => readAuditPolicy(text).findings, help: auditPolicyHelp }
    },
  },
  {
    id: 'seccomp',
    name: 'seccomp profile',
    syntax: 'json',
    isNamedBy: text => /^\s*\{/.test(text) && /"(?:defaultAction|syscalls)"\s*:/.test(text),
    isPlacedBy: path => path.startsWith('/var/lib/kubelet/seccomp/'),
    async load() {
      const { readSeccompProfile } = await import('./seccomp/read.ts')
      const { seccompHelp } = await import('./seccomp/help.ts')
      return { read: text => readSeccompProfile(text).findings, help: seccompHelp }
    },
  },
  {
    id: 'falco',
    name: 'Falco rules',
    syntax: 'yaml',
    isNamedBy: text =>
      /^-[ \t]+(?:rule|macro|list|required_engine_version|required_plugin_versions)[ \t]*:/m.test(text),
    isPlacedBy: path => /^\/etc\/falco\/(?:.*rules.*\/[^/]+|[^/]*rules[^/]*)\.ya?ml$/.test(path),
    before: path => {
      if (path.startsWith(falcoFolder)) return [...falcoFiles, falcoFolder]
      return falcoFiles.slice(0, Math.max(falcoFiles.indexOf(path), 0))
    },
    async load() {
      const { readFalcoRules } = await import('./falco/read.ts')
      const { falcoHelp } = await import('./falco/help.ts')
      return {
        read(text, path, earlier) {
          const files = [...earlier.map(file => ({ name: file.path, text: file.text })), { name: path, text }]
          return readFalcoRules(files).findings.filter(({ file }) => file === path)
        },
        help: falcoHelp,
      }
    },
  },
  {
    id: 'runtime-class',
    name: 'RuntimeClass',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]*"?kind"?[ \t]*:[ \t]*["']?runtimeclass(?:es)?\b/im.test(text) ||
      /^apiVersion:[ \t]*["']?node\.k8s\.io\b/m.test(text),
    isPlacedBy: () => false,
    async load() {
      const { runtimeClassHelp } = await import('./runtime-class/help.ts')
      return { read: await manifestReader(), help: runtimeClassHelp }
    },
  },
  {
    id: 'control-plane',
    name: 'Pod of a control plane',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?pod\b/im.test(text) &&
      /^[ \t]*(?:-|"?command"?[ \t]*:[ \t]*\[)[ \t]*["']?(?:\S*\/)?kube-(?:apiserver|controller-manager|scheduler)\b["']?[ \t\r,\]]*/m.test(
        text,
      ),
    isPlacedBy: () => false,
    async load() {
      const read = await podReader()
      const { commandLinesInPods } = await import('./command-line/in-pods.ts')
      const { commandLineFindings } = await import('./command-line/findings.ts')
      const { podHelp } = await import('./runtime-class/help.ts')
      return {
        read: (text, path) => [...read(text, path, []), ...commandLineFindings(commandLinesInPods(text))],
        help: podHelp,
      }
    },
  },
  {
    id: 'kubeadm-config',
    name: 'configuration of kubeadm',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?apiVersion"?[ \t]*:[ \t]*["']?kubeadm\.k8s\.io\//m.test(text),
    isPlacedBy: () => false,
    async load() {
      const { commandLinesInKubeadm } = await import('./command-line/in-kubeadm.ts')
      const { commandLineFindings } = await import('./command-line/findings.ts')
      const { kubeadmHelp } = await import('./command-line/help.ts')
      return { read: text => commandLineFindings(commandLinesInKubeadm(text)), help: kubeadmHelp }
    },
  },
  {
    id: 'kubelet-flags',
    name: 'unit or variables of the kubelet',
    syntax: 'unit',
    isNamedBy: text =>
      /^[ \t]*(?:ExecStart=\S*\bkubelet\b|(?:Environment=["']?)?KUBELET_[A-Z_]+=)/m.test(text) && !/^#!/.test(text),
    isPlacedBy: path =>
      /^\/(?:etc|usr\/lib|lib)\/systemd\/system\/kubelet\.service(?:\.d\/[^/]+\.conf)?$/.test(path) ||
      /^\/(?:var\/lib\/kubelet\/kubeadm-flags\.env|etc\/(?:default|sysconfig)\/kubelet)$/.test(path),
    async load() {
      const { commandLinesInUnit } = await import('./command-line/in-unit.ts')
      const { commandLineFindings } = await import('./command-line/findings.ts')
      const { kubeletUnitHelp } = await import('./command-line/help.ts')
      return { read: text => commandLineFindings(commandLinesInUnit(text)), help: kubeletUnitHelp }
    },
  },
  {
    id: 'pod',
    name: 'Pod',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?pods?\b["']?[ \t]*,?[ \t\r]*(?:#.*)?$/im.test(text),
    isPlacedBy: (path, text) => path.startsWith(staticPods) && !/^kind:/m.test(text),
    async load() {
      const { podHelp } = await import('./runtime-class/help.ts')
      return { read: await podReader(), help: podHelp }
    },
  },
  {
    id: 'workload',
    name: 'workload that makes Pods',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?(?:deployment|replicaset|statefulset|daemonset|replicationcontroller|podtemplate|(?:cron)?job)s?\b["']?[ \t]*,?[ \t\r]*(?:#.*)?$/im.test(
        text,
      ),
    isPlacedBy: () => false,
    async load() {
      const { workloadHelp } = await import('./pod-manifest/help.ts')
      return { read: await podReader(), help: workloadHelp }
    },
  },
  {
    id: 'apparmor',
    name: 'AppArmor profile',
    syntax: 'apparmor',
    isNamedBy: beginsAsApparmor,
    // The folders hold what profiles include: rules without a profile around them.
    isPlacedBy: path => /^\/etc\/apparmor\.d\/[^/]+$/.test(path),
    // What a host adds to a profile lies in a file of the same name there.
    before: path => [path.replace(/^(\/etc\/apparmor\.d\/)([^/]+)$/, '$1local/$2')].filter(it => it !== path),
    async load() {
      const { readApparmorProfiles } = await import('./apparmor/read.ts')
      const { apparmorHelp } = await import('./apparmor/help.ts')
      return {
        read: (text, path, beside) => readApparmorProfiles(text, { file: path, beside }).findings,
        help: apparmorHelp,
      }
    },
  },
  {
    id: 'network-policy',
    name: 'NetworkPolicy',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?networkpolic(?:y|ies)\b/im.test(text),
    isPlacedBy: () => false,
    async load() {
      const { readNetworkPolicies } = await import('./network-policy/read.ts')
      const { networkPolicyHelp } = await import('./network-policy/help.ts')
      return { read: text => readNetworkPolicies(text).findings, help: networkPolicyHelp }
    },
  },
  {
    id: 'rbac',
    name: 'roles and bindings',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?(?:cluster)?role(?:binding)?s?\b/im.test(text) ||
      /^apiVersion:[ \t]*["']?rbac\.authorization\.k8s\.io\b/m.test(text),
    isPlacedBy: () => false,
    async load() {
      const { readRbac } = await import('./rbac/read.ts')
      const { rbacHelp } = await import('./rbac/help.ts')
      return { read: text => readRbac(text).findings, help: rbacHelp }
    },
  },
  {
    id: 'encryption-config',
    name: 'EncryptionConfiguration',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?encryptionconfig(?:uration)?\b/im.test(text),
    isPlacedBy: () => false,
    async load() {
      const { readEncryptionConfig } = await import('./encryption-config/read.ts')
      const { encryptionConfigHelp } = await import('./encryption-config/help.ts')
      return { read: (text, path) => readEncryptionConfig(text, { path }).findings, help: encryptionConfigHelp }
    },
  },
  {
    id: 'admission-config',
    name: 'AdmissionConfiguration',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?(?:admissionconfig|podsecurityconfig)(?:uration)?\b/im.test(text) ||
      /^[ \t]{0,2}"?apiVersion"?[ \t]*:[ \t]*["']?(?:pod-security|eventratelimit)\.admission\./m.test(text) ||
      /^imagePolicy[ \t]*:/m.test(text),
    isPlacedBy: () => false,
    async load() {
      const { admissionConfigFindings } = await import('./admission-config/findings.ts')
      const { admissionConfigHelp } = await import('./admission-config/help.ts')
      return { read: admissionConfigFindings, help: admissionConfigHelp }
    },
  },
  {
    id: 'authentication-config',
    name: 'AuthenticationConfiguration',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?authenticationconfig(?:uration)?\b/im.test(text),
    isPlacedBy: () => false,
    async load() {
      const { authenticationFindingsOf } = await import('./auth-config/authentication-findings.ts')
      const { authenticationConfigHelp } = await import('./auth-config/help.ts')
      return { read: authenticationFindingsOf, help: authenticationConfigHelp }
    },
  },
  {
    id: 'authorization-config',
    name: 'AuthorizationConfiguration',
    syntax: 'yaml',
    isNamedBy: text => /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?authorizationconfig(?:uration)?\b/im.test(text),
    isPlacedBy: () => false,
    async load() {
      const { authorizationFindingsOf } = await import('./auth-config/authorization-findings.ts')
      const { authorizationConfigHelp } = await import('./auth-config/help.ts')
      return { read: authorizationFindingsOf, help: authorizationConfigHelp }
    },
  },
  {
    id: 'kubelet-config',
    name: 'KubeletConfiguration',
    syntax: 'yaml',
    isNamedBy: text =>
      /^[ \t]{0,2}"?kind"?[ \t]*:[ \t]*["']?kubeletconfiguration\b/im.test(text) ||
      /^apiVersion:[ \t]*["']?kubelet\.config\.k8s\.io\b/m.test(text),
    isPlacedBy: path => path === '/var/lib/kubelet/config.yaml',
    async load() {
      const { readKubeletConfig } = await import('./kubelet-config/read.ts')
      const { kubeletConfigHelp } = await import('./kubelet-config/help.ts')
      return { read: (text, path) => readKubeletConfig(text, path).findings, help: kubeletConfigHelp }
    },
  },
  {
    id: 'containerd',
    name: 'containerd configuration',
    syntax: 'toml',
    isNamedBy: text => /^[ \t]*\[[ \t]*plugins[ \t]*\.[ \t]*["']?io\.containerd\./m.test(text),
    isPlacedBy: path => /^\/etc\/containerd\/.*\.toml$/.test(path),
    async load() {
      const { readContainerdConfig } = await import('./containerd-config/read.ts')
      const { containerdHelp } = await import('./containerd-config/help.ts')
      return {
        // What it imports is not at hand here, so nothing of that is called missing.
        read: (text, path) => readContainerdConfig(text, { path, find: pattern => [pattern] }).findings,
        help: containerdHelp,
      }
    },
  },
]

/** What kind of file this is: by what it says, else by where it lies. Undefined for a file of no kind that we know. */
export function kindOf(text: string, path: string): ArtefactKind | undefined {
  return artefactKinds.find(kind => kind.isNamedBy(text)) ?? artefactKinds.find(kind => kind.isPlacedBy(path, text))
}

/** Comments, includes, variables and aliases, then a profile. Scripts and manifests that hold a profile begin otherwise. */
function beginsAsApparmor(text: string): boolean {
  let includes = false
  for (const { 0: line } of text.matchAll(/^.*$/gm)) {
    includes ||= /^#?include[ \t]+<(?:tunables|abstractions)\//.test(line)
    if (/^[ \t\r]*(?:#.*|(?:include|abi|alias)[ \t].*|[@$].*)?$/.test(line)) continue
    return /^[ \t]*(?:profile[ \t]+\S.*|\/[^\s{]*[ \t].*|\/[^\s{]*)\{/.test(line) || includes
  }
  return includes
}

async function manifestReader(): Promise<KindReader['read']> {
  const { readManifests } = await import('./runtime-class/read.ts')
  return text => readManifests(text).findings
}

async function podReader(): Promise<KindReader['read']> {
  const { podManifestFindings } = await import('./pod-manifest/read.ts')
  return (text, path) => podManifestFindings(text, path.startsWith(staticPods))
}
