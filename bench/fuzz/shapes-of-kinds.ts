import { filled, type Shape } from './shapes.ts'

const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n'
const policy = 'apiVersion: audit.k8s.io/v1\nkind: Policy\n'
const network =
  'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {}\n  ingress:\n'
const role = 'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\nrules:\n'
const binding =
  'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: a}\nsubjects:\n'
const runtimeClass = 'apiVersion: node.k8s.io/v1\nkind: RuntimeClass\nmetadata: {name: a}\nhandler: a\n'
const server = (kind: string) => `apiVersion: apiserver.config.k8s.io/v1\nkind: ${kind}\n`
const kubelet = 'apiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n'
const falcoRule = (index: number, condition: string) =>
  `- rule: r${index}\n  desc: d\n  condition: ${condition}\n  output: "%proc.name"\n  priority: NOTICE\n`
/** Half of it one long part, the other half rules that name it. */
function grown(name: string, head: string, piece: string, tail: string, condition: string): Shape {
  return {
    name,
    make(size) {
      const long = filled('', head, piece, tail).make(Math.floor(size / 2))
      return filled('', long, index => falcoRule(index, condition)).make(size)
    },
  }
}

const profile = 'profile web {\n'
const seccomp = '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":['
const cri = `version = 3\n[plugins.'io.containerd.cri.v1.runtime'.containerd.runtimes]\n`

const pods: readonly Shape[] = [
  filled('containers', `${pod}  containers:\n`, index => `  - {name: c${index}, image: a}\n`),
  filled('containers of one name', `${pod}  containers:\n`, '  - {name: c, image: a}\n'),
  filled('containers in trouble', `${pod}  containers:\n`, '  - {name: C_, securityContext: {runAsUser: -1}}\n'),
  filled(
    'variables',
    `${pod}  containers:\n  - name: a\n    image: a\n    env:\n`,
    index => `    - {name: V${index}, value: $(V${index})}\n`,
  ),
  filled(
    'ports of one name',
    `${pod}  containers:\n  - name: a\n    image: a\n    ports:\n`,
    '    - {name: p, containerPort: 80}\n',
  ),
  filled(
    'mounts at one path',
    `${pod}  containers:\n  - name: a\n    image: a\n    volumeMounts:\n`,
    '    - {name: v, mountPath: /a}\n',
  ),
  filled(
    'mounts and volumes',
    `${pod}  containers: [{name: a, image: a}]\n  volumes:\n`,
    index => `  - {name: v${index}, emptyDir: {}}\n`,
  ),
  filled(
    'volumes of one name',
    `${pod}  containers: [{name: a, image: a}]\n  volumes:\n`,
    '  - {name: v, hostPath: {path: /}}\n',
  ),
  filled(
    'tolerations',
    `${pod}  containers: [{name: a, image: a}]\n  tolerations:\n`,
    index => `  - {key: k${index}, operator: Exists}\n`,
  ),
  filled(
    'tolerations that repeat',
    `${pod}  containers: [{name: a, image: a}]\n  tolerations:\n`,
    '  - {key: k, operator: Exists}\n',
  ),
  filled(
    'constraints that repeat',
    `${pod}  containers: [{name: a, image: a}]\n  topologySpreadConstraints:\n`,
    '  - {maxSkew: 1, topologyKey: a, whenUnsatisfiable: DoNotSchedule}\n',
  ),
  filled('labels', 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n', index => `    l${index}: v\n`),
  filled(
    'annotations of AppArmor',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n',
    index => `    container.apparmor.security.beta.kubernetes.io/c${index}: a\n`,
  ),
  filled(
    'owners',
    'apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  ownerReferences:\n',
    index => `  - {apiVersion: v1, kind: Pod, name: a, uid: u${index}, controller: true}\n`,
  ),
  filled('aliases of dirs', `${pod}  hostAliases:\n`, '  - {ip: "1", hostnames: [a, b]}\n'),
  filled('unknown fields', pod, index => `  field${index}: 1\n`),
  filled(
    'amounts',
    `${pod}  containers:\n  - name: a\n    resources:\n      limits:\n`,
    index => `        hugepages-${index}Mi: ${index}e${index}\n`,
  ),
  filled('an amount without end', `${pod}  containers:\n  - name: a\n    resources: {limits: {cpu: "`, '1', '"}}\n'),
  filled(
    'small amounts without end',
    `${pod}  containers:\n  - name: a\n    resources: {limits: {cpu: "0.`,
    '0',
    '1"}}\n',
  ),
  filled('a name without end', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a', 'a.-', '}\n'),
  filled('Pods, one behind the other', '', 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n---\n'),
  filled(
    'a Pod in JSON with many containers',
    '{"apiVersion":"v1","kind":"Pod","spec":{"containers":[',
    '{"name":"a"},',
    '{}]}}',
  ),
  filled('a Pod in JSON with equal keys', '{"apiVersion":"v1","kind":"Pod",', '"spec":{},', '"a":1}'),
]

const plugins: readonly Shape[] = [
  filled('plugins', `${server('AdmissionConfiguration')}plugins:\n`, '- {name: PodSecurity, path: own}\n'),
  filled(
    'limits',
    `${server('AdmissionConfiguration')}plugins:\n- name: EventRateLimit\n  configuration:\n    apiVersion: eventratelimit.admission.k8s.io/v1alpha1\n    kind: Configuration\n    limits:\n`,
    '    - {type: Server, qps: 0, burst: 1}\n',
  ),
  filled(
    'exemptions',
    `${server('AdmissionConfiguration')}plugins:\n- name: PodSecurity\n  configuration:\n    apiVersion: pod-security.admission.config.k8s.io/v1\n    kind: PodSecurityConfiguration\n    exemptions:\n      namespaces:\n`,
    '      - A_\n',
  ),
]

/** Shapes of the kinds themselves: thousands of whatever they may have many of. */
export const shapesOf: Readonly<Record<string, readonly Shape[]>> = {
  'audit-policy': [
    filled('rules', `${policy}rules:\n`, index => `- {level: Metadata, users: [u${index}]}\n`),
    filled('equal rules', `${policy}rules:\n`, '- {level: None, verbs: [get]}\n'),
    filled('rules that catch all', `${policy}rules:\n`, '- level: None\n'),
    filled(
      'rules about resources',
      `${policy}rules:\n`,
      index => `- {level: Request, resources: [{group: g${index}, resources: [pods, "pods/*", "*/log"]}]}\n`,
    ),
    filled(
      'rules about paths',
      `${policy}rules:\n`,
      index => `- {level: Request, nonResourceURLs: ["/a/${index}/*"]}\n`,
    ),
    filled('users of one rule', `${policy}rules:\n- level: Metadata\n  users:\n`, index => `  - u${index}\n`),
    filled(
      'resources of one rule',
      `${policy}rules:\n- level: Metadata\n  resources:\n`,
      '  - {group: "", resources: [secrets]}\n',
    ),
    filled('levels that are none', `${policy}rules:\n`, '- level: Much\n'),
    filled('stages that are none', `${policy}omitStages:\n`, '- Never\n'),
    filled('unknown fields', policy, index => `field${index}: 1\n`),
    filled(
      'rules in braces',
      '{"apiVersion":"audit.k8s.io/v1","kind":"Policy","rules":[',
      '{"level":"None","users":["a"]},',
      '{"level":"None"}]}',
    ),
  ],
  seccomp: [
    filled(
      'rules',
      seccomp,
      index => `{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[{"index":0,"value":${index},"op":"SCMP_CMP_EQ"}]},`,
      '{"names":["write"],"action":"SCMP_ACT_ALLOW"}]}',
    ),
    filled(
      'equal rules',
      seccomp,
      '{"names":["read","write"],"action":"SCMP_ACT_ALLOW"},',
      '{"names":["write"],"action":"SCMP_ACT_ALLOW"}]}',
    ),
    filled(
      'arguments of one rule',
      `${seccomp}{"names":["read"],"action":"SCMP_ACT_ALLOW","args":[`,
      index => `{"index":${index % 6},"value":${index},"op":"SCMP_CMP_NE"},`,
      '{"index":0,"value":1,"op":"SCMP_CMP_EQ"}]}]}',
    ),
    filled(
      'comparisons of all kinds',
      seccomp,
      index =>
        `{"names":["openat"],"action":"SCMP_ACT_TRAP","args":[{"index":${index % 6},"value":${index},"valueTwo":${index % 7},"op":"${['SCMP_CMP_GE', 'SCMP_CMP_LE', 'SCMP_CMP_MASKED_EQ', 'SCMP_CMP_NE'][index % 4]}"},{"index":${(index + 1) % 6},"value":${index % 3},"op":"SCMP_CMP_GT"}]},`,
      '{"names":["write"],"action":"SCMP_ACT_ALLOW"}]}',
    ),
    filled('names', `${seccomp}{"action":"SCMP_ACT_ALLOW","names":[`, index => `"n${index}",`, '"read"]}]}'),
    filled('one name', `${seccomp}{"action":"SCMP_ACT_ALLOW","names":[`, '"read",', '"read"]}]}'),
    filled('actions that are none', seccomp, '{"names":["read"],"action":"ALLOW"},', '{}]}'),
    filled(
      'architectures',
      '{"defaultAction":"SCMP_ACT_ALLOW","architectures":[',
      '"SCMP_ARCH_X86",',
      '"SCMP_ARCH_ARM"]}',
    ),
    filled(
      'keys that stand twice',
      '{"defaultAction":"SCMP_ACT_ALLOW",',
      '"syscalls":[{"names":["read"]}],',
      '"flags":[]}',
    ),
    filled('unknown keys', '{"defaultAction":"SCMP_ACT_ALLOW",', index => `"key${index}":0,`, '"flags":[]}'),
  ],
  falco: [
    filled('rules', '', index => falcoRule(index, 'evt.type = open')),
    filled('one rule again and again', '', falcoRule(0, 'evt.type = open')),
    filled(
      'rules that append',
      falcoRule(0, 'evt.type = open'),
      '- rule: r0\n  condition: and fd.name = a\n  override: {condition: append}\n',
    ),
    filled('macros', '', index => `- macro: m${index}\n  condition: evt.type = open\n`),
    filled(
      'macros of macros',
      '- macro: m0\n  condition: evt.type = open\n',
      index => `- macro: m${index + 1}\n  condition: m${index} and m${index}\n`,
    ),
    filled(
      'macros of macros, used',
      '- macro: m0\n  condition: evt.type = open\n',
      index => `- macro: m${index + 1}\n  condition: m${index} or m${index}\n${falcoRule(index, `m${index}`)}`,
    ),
    filled(
      'lists of lists',
      '- list: l0\n  items: [a, b]\n',
      index => `- list: l${index + 1}\n  items: [l${index}, l${index}]\n`,
    ),
    filled('a list without end', '- list: l\n  items: [', 'a, ', ']\n'),
    filled('a long list, often used', `- list: l\n  items: [${'a, '.repeat(100)}]\n`, index =>
      falcoRule(index, 'proc.name in (l) or fd.name in (l)'),
    ),
    filled('a list in many conditions', `- list: l\n  items: [${'a, '.repeat(500)}]\n`, index =>
      falcoRule(index, 'proc.name in (l)'),
    ),
    grown('half a text of one list, in all conditions', '- list: l\n  items: [', 'a, ', ']\n', 'proc.name in (l)'),
    grown('half a text of one list, beside others', '- list: l\n  items: [', 'a, ', ']\n', 'proc.name in (l, b, l)'),
    grown('half a text of fields in a list', '- list: l\n  items: [', 'fd.name, ', ']\n', 'proc.name in (l)'),
    grown(
      'half a text of one macro, in all conditions',
      '- macro: m\n  condition: fd.name = a',
      ' or fd.name = a',
      '\n',
      'm',
    ),
    filled(
      'a condition of ands',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: evt.type = open',
      ' and fd.name = a',
    ),
    filled(
      'a condition of ors',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: evt.type = open',
      ' or fd.name = a',
    ),
    filled(
      'a condition of nots',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: ',
      'not ',
      'evt.type = open',
    ),
    filled(
      'a condition of parentheses',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: ',
      '(',
      'evt.type = open',
    ),
    filled(
      'a condition of globs',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: fd.name glob "',
      '*a',
      '"',
    ),
    filled(
      'a condition with a large expression',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: fd.name regex "',
      '(a*)*',
      '"',
    ),
    filled(
      'a condition with counts',
      '- rule: r\n  desc: d\n  output: o\n  priority: NOTICE\n  condition: fd.name regex "',
      '(a{9}){9}',
      '"',
    ),
    filled(
      'an output of fields',
      '- rule: r\n  desc: d\n  condition: evt.type = open\n  priority: NOTICE\n  output: "',
      '%proc.name ',
      '"',
    ),
    filled(
      'an output of fields that are none',
      '- rule: r\n  desc: d\n  condition: evt.type = open\n  priority: NOTICE\n  output: "',
      '%proc.nam ',
      '"',
    ),
    filled(
      'exceptions',
      '- rule: r\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: NOTICE\n  exceptions:\n',
      index => `  - {name: e${index}, fields: [proc.name], comps: [=], values: [[a]]}\n`,
    ),
    filled(
      'exceptions of one name',
      '- rule: r\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: NOTICE\n  exceptions:\n',
      '  - {name: e, fields: [proc.name]}\n',
    ),
    filled(
      'values of one exception',
      '- rule: r\n  desc: d\n  condition: evt.type = open\n  output: o\n  priority: NOTICE\n  exceptions:\n  - name: e\n    fields: [proc.name]\n    comps: [=]\n    values:\n',
      '    - [a]\n',
    ),
    filled('keys that are none', '- rule: r\n', index => `  key${index}: v\n`),
    filled('names that are nearly right', '', index => falcoRule(index, `proc.nam${index} = a`)),
  ],
  'runtime-class': [
    filled('classes', '', `${runtimeClass}---\n`),
    filled(
      'tolerations',
      `${runtimeClass}scheduling:\n  tolerations:\n`,
      index => `  - {key: k${index}, operator: Exists}\n`,
    ),
    filled(
      'tolerations that repeat',
      `${runtimeClass}scheduling:\n  tolerations:\n`,
      '  - {key: k, operator: Exists}\n',
    ),
    filled('labels of nodes', `${runtimeClass}scheduling:\n  nodeSelector:\n`, index => `    k${index}: v\n`),
    filled('overheads', `${runtimeClass}overhead:\n  podFixed:\n`, index => `    r${index}: 1\n`),
  ],
  pod: pods,
  'admitted-pod': pods,
  apparmor: [
    filled('rules', profile, index => `  /a/${index} r,\n`, '}\n'),
    filled('equal rules', profile, '  /a/** rw,\n', '}\n'),
    filled('rules with stars', profile, index => `  /a/**/${index}/*x* rw,\n`, '}\n'),
    filled(
      'rules that deny what others give',
      profile,
      index => `  /a/${index}/** rw,\n  deny /a/*/${index} w,\n`,
      '}\n',
    ),
    filled('choices in a row', `${profile}  /`, '{a,b}', ' r,\n}\n'),
    filled('empty choices in a row', `${profile}  /`, '{,a}', ' r,\n}\n'),
    filled('choices in choices', `${profile}  /`, '{a,', '} r,\n}\n'),
    filled('stars in a row', `${profile}  /`, '**', ' r,\n}\n'),
    filled('stars between letters', `${profile}  /`, '*a', ' r,\n}\n'),
    filled('sets in a row', `${profile}  /`, '[a-z]', ' r,\n}\n'),
    filled('a set without end', `${profile}  /[`, 'ab', '] r,\n}\n'),
    filled('a path without end', `${profile}  /`, 'a', ' r,\n}\n'),
    filled(
      'two paths without end',
      `${profile}  /${'*a'.repeat(400)} r,\n`,
      index => `  /${'*a'.repeat(40)}${index} rwx,\n`,
      '}\n',
    ),
    filled('variables', '', index => `@{V${index}}=a b c\n`, `${profile}}\n`),
    filled(
      'variables of variables',
      '@{V0}=a b\n',
      index => `@{V${index + 1}}=@{V${index}}@{V${index}}\n`,
      `${profile}  @{V9} r,\n}\n`,
    ),
    filled('one variable with many values', '@{V}=a\n', index => `@{V}+=v${index}\n`, `${profile}  /@{V}/@{V} r,\n}\n`),
    filled('a variable often in one rule', '@{V}=a b c d\n', '', `${profile}  /${'@{V}'.repeat(400)} r,\n}\n`),
    filled('profiles', '', index => `profile p${index} {\n}\n`),
    filled('profiles in profiles', '', index => `profile p${index} {\n`),
    filled('hats', profile, index => `  ^h${index} {\n  }\n`, '}\n'),
    filled('capabilities', profile, '  capability chown,\n', '}\n'),
    filled('mounts', profile, index => `  mount fstype=tmpfs options=(rw, nosuid) none -> /mnt/${index}/**,\n`, '}\n'),
    filled('signals', profile, '  signal (send, receive) set=(term, kill) peer=web,\n', '}\n'),
    filled('transitions', profile, index => `  /bin/${index} px -> p${index},\n`, '}\n'),
    filled('transitions that clash', profile, index => `  /bin/** px,\n  /bin/${index}* ux,\n`, '}\n'),
    filled('conditions', '$A=true\nprofile web {\n', 'if $A {\n'),
    filled('rules in a block that holds', '$A=true\nprofile web {\nif $A {\n', '/a r,\n', '}}\n'),
    filled('includes', '', 'include <tunables/global>\n', `${profile}}\n`),
    filled('includes in a profile', profile, '  include <abstractions/base>\n', '}\n'),
    filled('aliases', '', index => `alias /a/${index} -> /b/${index},\n`, `${profile}  /a/** r,\n}\n`),
    filled('comments', '', '# comment\n', `${profile}}\n`),
    filled('a quote that is never closed', profile, '  "/a r,\n'),
  ],
  'network-policy': [
    filled('rules', network, index => `  - {from: [{podSelector: {matchLabels: {a: v${index}}}}]}\n`),
    filled(
      'peers',
      `${network}  - from:\n`,
      index => `    - ipBlock: {cidr: 10.${index % 256}.${(index >> 8) % 256}.0/24, except: [10.0.0.0/30]}\n`,
    ),
    filled(
      'exceptions of one block',
      `${network}  - from:\n    - ipBlock:\n        cidr: 10.0.0.0/8\n        except:\n`,
      index => `        - 10.${index % 256}.${(index >> 8) % 256}.0/24\n`,
    ),
    filled('ports', `${network}  - ports:\n`, index => `    - {protocol: TCP, port: ${index}, endPort: ${index}}\n`),
    filled(
      'expressions',
      `${network}  - from:\n    - podSelector:\n        matchExpressions:\n`,
      '        - {key: a, operator: In, values: [a, b]}\n',
    ),
    filled('policies', '', `${network}---\n`),
    filled('unknown fields', network, '  - {to: []}\n'),
  ],
  rbac: [
    filled('rules', role, index => `- {apiGroups: [g${index}], resources: [pods], verbs: [get]}\n`),
    filled('rules without verbs', role, '- {apiGroups: [""], resources: [pods]}\n'),
    filled('verbs', `${role}- apiGroups: [""]\n  resources: [pods]\n  verbs:\n`, index => `  - v${index}\n`),
    filled('subjects', binding, index => `- {kind: User, name: u${index}, apiGroup: rbac.authorization.k8s.io}\n`),
    filled('subjects in trouble', binding, '- {kind: Robot, name: ""}\n'),
    filled(
      'roles',
      '',
      index => `apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: r${index}}\n---\n`,
    ),
    filled(
      'selectors',
      'apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: a}\naggregationRule:\n  clusterRoleSelectors:\n',
      '  - matchLabels: {a: b}\n',
    ),
  ],
  'encryption-config': [
    filled(
      'resources',
      `${server('EncryptionConfiguration')}resources:\n`,
      index => `- {resources: [r${index}], providers: [{identity: {}}]}\n`,
    ),
    filled(
      'names of resources',
      `${server('EncryptionConfiguration')}resources:\n- providers: [{identity: {}}]\n  resources:\n`,
      index => `  - r${index}.g\n`,
    ),
    filled(
      'one resource',
      `${server('EncryptionConfiguration')}resources:\n- providers: [{identity: {}}]\n  resources:\n`,
      '  - "*.*"\n',
    ),
    filled(
      'keys',
      `${server('EncryptionConfiguration')}resources:\n- resources: [secrets]\n  providers:\n  - aescbc:\n      keys:\n`,
      index => `      - {name: k${index}, secret: YWFhYWFhYWFhYWFhYWFhYQ==}\n`,
    ),
    filled(
      'providers',
      `${server('EncryptionConfiguration')}resources:\n- resources: [secrets]\n  providers:\n`,
      index => `  - kms: {apiVersion: v2, name: k${index}, endpoint: "unix:///a"}\n`,
    ),
    filled(
      'a secret without end',
      `${server('EncryptionConfiguration')}resources: [{resources: [secrets], providers: [{secretbox: {keys: [{name: a, secret: "`,
      'YWFh',
      '"}]}}]}]\n',
    ),
  ],
  'kubelet-config': [
    filled('taints', `${kubelet}registerWithTaints:\n`, index => `- {key: k${index}, effect: NoSchedule}\n`),
    filled('feature gates', `${kubelet}featureGates:\n`, index => `  Gate${index}: true\n`),
    filled(
      'reserved memory',
      `${kubelet}reservedMemory:\n`,
      index => `- {numaNode: ${index}, limits: {memory: 1Gi}}\n`,
    ),
    filled('names of sysctls', `${kubelet}allowedUnsafeSysctls:\n`, index => `- kernel.s${index}.*\n`),
    filled('CPUs', `${kubelet}reservedSystemCPUs: "`, index => `${index * 2},`, '1"\n'),
    filled('a range of CPUs', `${kubelet}reservedSystemCPUs: "`, '0-99999,', '0-999999999"\n'),
    filled('addresses of servers', `${kubelet}clusterDNS:\n`, '- 10.0.0.1\n'),
    filled('unknown fields', kubelet, index => `field${index}: 1\n`),
  ],
  containerd: [
    filled('runtimes', cri, index => `r${index} = { runtime_type = 'io.containerd.runc.v2' }\n`),
    filled('tables', 'version = 3\n', index => `[a.b${index}]\nc = 1\n`),
    filled('tables of tables', 'version = 3\n', '[[a.b]]\nc = 1\n'),
    filled('tables below tables', 'version = 3\n', index => `[[a]]\n[a.b${index}]\n`),
    filled('a key of many parts', 'a', '.a', ' = 1\n'),
    filled('a list without end', 'a = [', '1, ', ']\n'),
    filled('imports', 'imports = [', index => `"/a/${index}/*.toml", `, ']\n'),
    filled('text over many lines', 'a = """', 'b\\\n  \n', '"""\n'),
    filled('dotted keys', '[a]\n', index => `b.c.d.e${index} = 1\n`),
    filled('a key twice in a table with many', '[a]\n', index => `b${index} = 1\n`, 'b0 = 2\n'),
  ],
  'admission-config': plugins,
  'admission-plugins': plugins,
  'authentication-config': [
    filled(
      'authenticators',
      `${server('AuthenticationConfiguration')}jwt:\n`,
      index => `- {issuer: {url: "https://a${index}", audiences: [a]}}\n`,
    ),
    filled(
      'claims',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n`,
      index => `  - {expression: "claims.a${index} == 'b'", message: m}\n`,
    ),
    filled(
      'an expression of parentheses',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: '`,
      '(',
      "1'\n",
    ),
    filled(
      'an expression of nots',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: '`,
      '!',
      "true'\n",
    ),
    filled(
      'an expression of ands',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: 'true`,
      ' && claims.a',
      "'\n",
    ),
    filled(
      'an expression of conditions',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: 'true`,
      ' ? 1 : 2',
      "'\n",
    ),
    filled(
      'an expression of fields',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: 'claims`,
      '.a',
      "'\n",
    ),
    filled(
      'an expression of indexes',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: '`,
      'claims[',
      "1'\n",
    ),
    filled(
      'an expression of lists',
      `${server('AuthenticationConfiguration')}jwt:\n- issuer: {url: "https://a", audiences: [a]}\n  claimValidationRules:\n  - expression: '[`,
      '1, ',
      "1]'\n",
    ),
    filled(
      'paths',
      `${server('AuthenticationConfiguration')}anonymous:\n  enabled: true\n  conditions:\n`,
      '  - path: /a\n',
    ),
  ],
  'authorization-config': [
    filled(
      'authorizers',
      `${server('AuthorizationConfiguration')}authorizers:\n`,
      index => `- {type: Webhook, name: a${index}}\n`,
    ),
    filled(
      'conditions',
      `${server('AuthorizationConfiguration')}authorizers:\n- type: Webhook\n  name: a\n  webhook:\n    matchConditions:\n`,
      index => `    - expression: "request.user != 'u${index}'"\n`,
    ),
    filled(
      'an expression of parentheses',
      `${server('AuthorizationConfiguration')}authorizers:\n- type: Webhook\n  name: a\n  webhook:\n    matchConditions:\n    - expression: '`,
      '(',
      "1'\n",
    ),
    filled(
      'an expression of ors',
      `${server('AuthorizationConfiguration')}authorizers:\n- type: Webhook\n  name: a\n  webhook:\n    matchConditions:\n    - expression: 'true`,
      " || request.user == 'a'",
      "'\n",
    ),
    filled(
      'an expression of lists in lists',
      `${server('AuthorizationConfiguration')}authorizers:\n- type: Webhook\n  name: a\n  webhook:\n    matchConditions:\n    - expression: '`,
      '[',
      "1'\n",
    ),
  ],
  kubeconfig: [
    filled('clusters', 'clusters:\n', index => `- {name: c${index}, cluster: {server: "https://a"}}\n`),
    filled('clusters of one name', 'clusters:\n', '- {name: c, cluster: {server: "https://a"}}\n'),
    filled('users', 'users:\n', index => `- {name: u${index}, user: {token: t}}\n`),
    filled(
      'contexts',
      'current-context: c1\ncontexts:\n',
      index => `- {name: c${index}, context: {cluster: a, user: u}}\n`,
    ),
  ],
  ...Object.fromEntries(
    ['kube-apiserver', 'kube-controller-manager', 'kube-scheduler', 'kubelet'].map(component => [
      `${component}-flags`,
      [
        filled('flags that are none', '', index => `--flag${index}=a `),
        filled('one flag', '', '--v=1 '),
        filled('feature gates', '--feature-gates=', index => `Gate${index}=true,`, 'A=true'),
        filled('modules', '--vmodule=', index => `a${index}=1,`, 'b=1'),
        filled('suites', '--tls-cipher-suites=', index => `suite${index},`, 'a'),
        filled('words', '', 'word '),
      ],
    ]),
  ),
  'kube-apiserver-flags': [
    filled('feature gates', '--feature-gates=', index => `Gate${index}=true,`, 'A=true'),
    filled('feature gates that are there', '', '--feature-gates=AllAlpha=true '),
    filled('plugins', '--enable-admission-plugins=', 'NodeRestriction,', 'A'),
    filled('ways of runtime', '--runtime-config=', index => `a/v${index}=true,`, 'b=true'),
    filled('issuers', '', index => `--service-account-issuer=https://a${index} `),
    filled('certificates by name', '', index => `--tls-sni-cert-key=/c${index},/k${index}:a `),
    filled('overrides', '', index => `--etcd-servers-overrides=/a${index}#http://b `),
  ],
}
