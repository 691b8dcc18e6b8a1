import type { FlagInForce } from './api-server.ts'
import { apiServerFlags } from './api-server-flags.ts'
import type { InContainer } from './container-path.ts'
import { goInteger, sameFlagValue } from './flag-value.ts'

type Flags = ReadonlyMap<string, FlagInForce>
type Look = (path: string) => InContainer | { readonly undecided: string }
type Problem = { readonly flag: string; readonly words: string }

/** Values of kubeadm's manifest that we know to work; another value may work or not. */
const proven: Readonly<Record<string, string>> = {
  'etcd-servers': 'https://127.0.0.1:2379',
  'kubelet-preferred-address-types': 'InternalIP,ExternalIP,Hostname',
  'proxy-client-cert-file': '/etc/kubernetes/pki/front-proxy-client.crt',
  'proxy-client-key-file': '/etc/kubernetes/pki/front-proxy-client.key',
  'requestheader-allowed-names': 'front-proxy-client',
  'requestheader-extra-headers-prefix': 'X-Remote-Extra-',
  'requestheader-group-headers': 'X-Remote-Group',
  'requestheader-username-headers': 'X-Remote-User',
  'secure-port': '6443',
  'service-account-issuer': 'https://kubernetes.default.svc.cluster.local',
  'service-cluster-ip-range': '10.96.0.0/12',
}

/** Files of kubeadm's manifest, with what the API server says before the reason when one cannot be opened. */
const files: Readonly<Record<string, readonly [path: string, before: string]>> = {
  'client-ca-file': ['/etc/kubernetes/pki/ca.crt', ''],
  'etcd-cafile': ['/etc/kubernetes/pki/etcd/ca.crt', 'Error creating leases: error creating storage factory: '],
  'etcd-certfile': [
    '/etc/kubernetes/pki/apiserver-etcd-client.crt',
    'Error creating leases: error creating storage factory: ',
  ],
  'etcd-keyfile': [
    '/etc/kubernetes/pki/apiserver-etcd-client.key',
    'Error creating leases: error creating storage factory: ',
  ],
  'kubelet-client-certificate': [
    '/etc/kubernetes/pki/apiserver-kubelet-client.crt',
    'problem initializing API group "": ',
  ],
  'kubelet-client-key': ['/etc/kubernetes/pki/apiserver-kubelet-client.key', 'problem initializing API group "": '],
  'requestheader-client-ca-file': ['/etc/kubernetes/pki/front-proxy-ca.crt', ''],
  'service-account-key-file': ['/etc/kubernetes/pki/sa.pub', ''],
  'service-account-signing-key-file': [
    '/etc/kubernetes/pki/sa.key',
    'failed to parse service-account-issuer-key-file: ',
  ],
  'tls-cert-file': ['/etc/kubernetes/pki/apiserver.crt', ''],
  'tls-private-key-file': ['/etc/kubernetes/pki/apiserver.key', ''],
}

/** Flags that start with any value of their type (booleans do too, but for `anonymous-auth`). */
const harmless = new Set(
  'advertise-address v audit-policy-file audit-log-path audit-log-maxage audit-log-maxbackup audit-log-maxsize audit-log-format audit-log-mode event-ttl default-not-ready-toleration-seconds default-unreachable-toleration-seconds kubelet-timeout authorization-mode enable-admission-plugins disable-admission-plugins tls-min-version'.split(
    ' ',
  ),
)

/** Booleans whose one value changes whether it starts, or whether its probes are answered. */
const telling = [
  ['help', 'true'],
  ['anonymous-auth', 'false'],
  ['encryption-provider-config-automatic-reload', 'true'],
] as const

const modes = ['AlwaysAllow', 'AlwaysDeny', 'ABAC', 'Webhook', 'RBAC', 'Node']
const plugins = new Set(
  'AlwaysAdmit AlwaysDeny AlwaysPullImages CertificateApproval CertificateSigning CertificateSubjectRestriction ClusterTrustBundleAttest DefaultIngressClass DefaultStorageClass DefaultTolerationSeconds DenyServiceExternalIPs EventRateLimit ExtendedResourceToleration ImagePolicyWebhook JobValidation LimitPodHardAntiAffinityTopology LimitRanger MutatingAdmissionPolicy MutatingAdmissionWebhook NamespaceAutoProvision NamespaceExists NamespaceLifecycle NodeDeclaredFeatureValidator NodeRestriction OwnerReferencesPermissionEnforcement PersistentVolumeClaimResize PodNodeSelector PodSecurity PodTolerationRestriction PodTopologyLabels Priority ResourceQuota RuntimeClass ServiceAccount StorageObjectInUseProtection TaintNodesByCondition ValidatingAdmissionPolicy ValidatingAdmissionWebhook'.split(
    ' ',
  ),
)

/** Whether kube-apiserver goes on after it has read its flags, but for the audit policy and log. Undefined: it does. */
export function apiServerOptions(flags: Flags, look: Look): Problem | { readonly undecided: string } | undefined {
  const stated = [...required(flags), ...port(flags), ...audit(flags), ...authorization(flags), ...admission(flags)]
  const problems = stated.length > 0 ? stated : tls(flags)
  const [first] = problems
  if (first) {
    const said = problems.map(({ words }) => words)
    return { flag: first.flag, words: said.length === 1 ? first.words : `[${said.join(', ')}]` }
  }
  return opened(flags, look) ?? unproven(flags)
}

const values = (flags: Flags, name: string) => flags.get(name)?.value.split(',') ?? []

function required(flags: Flags): readonly Problem[] {
  const missing = (flag: string, words: string) => (flags.get(flag)?.value ? [] : [{ flag, words }])
  return [
    ...missing('etcd-servers', '--etcd-servers must be specified'),
    ...missing('service-account-issuer', 'service-account-issuer is a required flag'),
    ...missing(
      'service-account-key-file',
      'either `--service-account-key-file` or `--service-account-signing-endpoint` must be set',
    ),
  ]
}

function port(flags: Flags): readonly Problem[] {
  const flag = 'secure-port'
  const value = goInteger(flags.get(flag)?.value ?? '6443') ?? 0n
  const words = `--${flag} ${value} must be between 1 and 65535, inclusive. It cannot be turned off with 0`
  return value < 1n || value > 65535n ? [{ flag, words }] : []
}

function admission(flags: Flags): readonly Problem[] {
  const named = (flag: string) => (flags.get(flag)?.value ? values(flags, flag) : [])
  const [on, off] = [named('enable-admission-plugins'), named('disable-admission-plugins')]
  const unknown = (flag: string, names: readonly string[]) =>
    names.filter(name => !plugins.has(name)).map(name => ({ flag, words: `${flag} plugin "${name}" is unknown` }))
  const both = [...new Set(on)].filter(name => off.includes(name))
  const flag = 'disable-admission-plugins'
  return [
    ...unknown('enable-admission-plugins', on),
    ...unknown(flag, off),
    ...(both.length > 0
      ? [{ flag, words: `[${both.join(' ')}] in enable-admission-plugins and disable-admission-plugins overlapped` }]
      : []),
  ]
}

function authorization(flags: Flags): readonly Problem[] {
  const flag = 'authorization-mode'
  const asked = flags.get(flag)?.value ? values(flags, flag) : []
  const said = asked.filter(mode => !modes.includes(mode)).map(mode => `${flag} "${mode}" is not a valid mode`)
  if (new Set(asked).size < asked.length)
    said.push(`${flag} [${asked.map(mode => `"${mode}"`).join(' ')}] has mode specified more than once`)
  if (asked.includes('Webhook') && !flags.has('authorization-webhook-config-file'))
    said.push("authorization-mode Webhook's authorization config file not passed")
  return said.map(words => ({ flag, words }))
}

/** The options of the audit log are looked at only when there is a log. */
function audit(flags: Flags): readonly Problem[] {
  if (!flags.get('audit-log-path')?.value) return []
  const choice = (flag: string, allowed: readonly string[], what: string) => {
    const value = flags.get(flag)?.value
    return value === undefined || allowed.includes(value)
      ? []
      : [{ flag, words: `invalid audit log ${what} ${value}, allowed ${what}s are "${allowed.join(',')}"` }]
  }
  const negative = ['audit-log-maxage', 'audit-log-maxbackup', 'audit-log-maxsize'].flatMap(flag => {
    const value = goInteger(flags.get(flag)?.value ?? '0') ?? 0n
    return value < 0n ? [{ flag, words: `--${flag} ${value} can't be a negative number` }] : []
  })
  return [
    ...choice('audit-log-mode', ['batch', 'blocking', 'blocking-strict'], 'mode'),
    ...negative,
    ...choice('audit-log-format', ['legacy', 'json'], 'format'),
  ]
}

function tls(flags: Flags): readonly Problem[] {
  const flag = 'tls-min-version'
  const value = flags.get(flag)?.value ?? ''
  return value === '' || /^VersionTLS1[0-3]$/.test(value) ? [] : [{ flag, words: `unknown tls version "${value}"` }]
}

function opened(flags: Flags, look: Look): Problem | { readonly undecided: string } | undefined {
  for (const [flag, [, before]] of Object.entries(files)) {
    for (const path of values(flags, flag).filter(path => path !== '')) {
      const found = look(path)
      if ('undecided' in found) return found
      if (found.is === 'missing') return { flag, words: `${before}open ${path}: no such file or directory` }
      if (found.is === 'directory') return { flag, words: `${before}read ${path}: is a directory` }
    }
  }
  return undefined
}

/** Settings whose effect on the start we do not know. */
function unproven(flags: Flags): { readonly undecided: string } | undefined {
  for (const [flag, { value }] of flags) {
    const type = apiServerFlags.get(flag) ?? ''
    const known = proven[flag] ?? files[flag]?.[0]
    if (known !== undefined ? sameFlagValue(type, known, value) : harmless.has(flag)) continue
    if (type === 'bool' && !telling.some(([name, telling]) => name === flag && sameFlagValue(type, value, telling)))
      continue
    return { undecided: `what --${flag}=${value} does to the API server is not known here yet` }
  }
  const dropped = [...Object.keys(proven), ...Object.keys(files)].find(flag => !flags.has(flag))
  if (dropped) return { undecided: `what the API server does without --${dropped} is not known here yet` }
  const wanting = values(flags, 'enable-admission-plugins').find(name =>
    ['ImagePolicyWebhook', 'EventRateLimit'].includes(name),
  )
  return wanting ? { undecided: `the admission plugin ${wanting} is not known here yet` } : undefined
}
