/** A component whose settings the benchmark looks at. */
export type Component = 'kube-apiserver' | 'kube-controller-manager' | 'kube-scheduler' | 'kubelet'

/** What a setting in force has to be. Names are those of flags; a kubelet's configuration counts like its flags. */
export type Condition =
  | { readonly is: 'set' | 'unset'; readonly flags: readonly string[] }
  | { readonly is: 'on' | 'off'; readonly flag: string }
  /** A whole number or a duration (nanoseconds). */
  | { readonly is: 'at least'; readonly flag: string; readonly least: bigint }
  | { readonly is: 'exactly'; readonly flag: string; readonly value: bigint }
  | { readonly is: 'not'; readonly flag: string; readonly value: bigint }
  | { readonly is: 'one of'; readonly flag: string; readonly values: readonly string[] }
  | { readonly is: 'holding' | 'lacking'; readonly flag: string; readonly value: string }
  /** A list that is not empty and holds nothing else. */
  | { readonly is: 'only'; readonly flag: string; readonly values: readonly string[] }
  | { readonly is: 'gate on'; readonly gate: string }

/** One thing that the CIS Kubernetes Benchmark 1.12 wants of a setting. */
export interface Want {
  /** The number that the benchmark gives it. */
  readonly id: string
  readonly component: Component
  /** Whether it counts by itself, or a person has to weigh it. */
  readonly counts: 'by itself' | 'when weighed'
  /** What is wanted and why, in our words. */
  readonly says: string
  readonly condition: Condition
}

type Row = readonly [id: string, counts: '!' | '?', condition: Condition, says: string]

const suites = [
  'TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305',
  'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305',
]
const newer = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256',
  'TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256',
]
const set = (...flags: readonly string[]): Condition => ({ is: 'set', flags })
const unset = (...flags: readonly string[]): Condition => ({ is: 'unset', flags })
const on = (flag: string): Condition => ({ is: 'on', flag })
const off = (flag: string): Condition => ({ is: 'off', flag })
const atLeast = (flag: string, least: bigint): Condition => ({ is: 'at least', flag, least })
const holding = (flag: string, value: string): Condition => ({ is: 'holding', flag, value })
const lacking = (flag: string, value: string): Condition => ({ is: 'lacking', flag, value })
const only = (flag: string, values: readonly string[]): Condition => ({ is: 'only', flag, values })
const [mode, enable, disable] = ['authorization-mode', 'enable-admission-plugins', 'disable-admission-plugins'] as const

const rows: Readonly<Record<Component, readonly Row[]>> = {
  'kube-apiserver': [
    ['1.2.1', '?', off('anonymous-auth'), 'Nobody asks without a name; probes need another way then.'],
    ['1.2.2', '!', unset('token-auth-file'), 'No tokens that stand in a file and never end.'],
    ['1.2.3', '?', holding(enable, 'DenyServiceExternalIPs'), 'No Service takes an external address.'],
    ['1.2.4', '!', set('kubelet-client-certificate', 'kubelet-client-key'), 'The API server shows kubelets who it is.'],
    ['1.2.5', '!', set('kubelet-certificate-authority'), 'The API server checks who a kubelet is.'],
    ['1.2.6', '!', lacking(mode, 'AlwaysAllow'), 'Not everybody may do everything.'],
    ['1.2.7', '!', holding(mode, 'Node'), 'A kubelet reads only what its own Pods need.'],
    ['1.2.8', '!', holding(mode, 'RBAC'), 'Roles say who may do what.'],
    ['1.2.9', '?', holding(enable, 'EventRateLimit'), 'Events cannot flood the API server.'],
    ['1.2.10', '!', lacking(enable, 'AlwaysAdmit'), 'Not every request is admitted unseen.'],
    ['1.2.11', '?', holding(enable, 'AlwaysPullImages'), 'Each Pod shows that it may pull its images.'],
    ['1.2.12', '!', lacking(disable, 'ServiceAccount'), 'Each Pod has a ServiceAccount.'],
    ['1.2.13', '!', lacking(disable, 'NamespaceLifecycle'), 'Nothing is made in a namespace that goes.'],
    ['1.2.14', '!', holding(enable, 'NodeRestriction'), 'A kubelet changes only its own node and Pods.'],
    ['1.2.15', '!', off('profiling'), 'The server’s inside is not shown to others.'],
    ['1.2.16', '!', set('audit-log-path'), 'Requests are logged.'],
    ['1.2.17', '!', atLeast('audit-log-maxage', 30n), 'Audit logs are kept for 30 days.'],
    ['1.2.18', '!', atLeast('audit-log-maxbackup', 10n), 'Ten older audit logs are kept.'],
    ['1.2.19', '!', atLeast('audit-log-maxsize', 100n), 'An audit log may grow to 100 MB.'],
    ['1.2.21', '!', on('service-account-lookup'), 'A token ends when its ServiceAccount does.'],
    ['1.2.22', '!', set('service-account-key-file'), 'Tokens have keys of their own.'],
    ['1.2.23', '!', set('etcd-certfile', 'etcd-keyfile'), 'The API server shows etcd who it is.'],
    ['1.2.24', '!', set('tls-cert-file', 'tls-private-key-file'), 'The API server shows a certificate.'],
    ['1.2.25', '!', set('client-ca-file'), 'Certificates of clients are checked.'],
    ['1.2.26', '!', set('etcd-cafile'), 'The API server checks who etcd is.'],
    ['1.2.27', '?', set('encryption-provider-config'), 'What is stored is encrypted.'],
    ['1.2.29', '?', only('tls-cipher-suites', [...suites, ...newer]), 'Only strong cipher suites are offered.'],
    [
      '1.2.30',
      '!',
      off('service-account-extend-token-expiration'),
      'Tokens of Pods end when they say, not a year later.',
    ],
  ],
  'kube-controller-manager': [
    ['1.3.1', '?', set('terminated-pod-gc-threshold'), 'How many ended Pods are kept is said.'],
    ['1.3.2', '!', off('profiling'), 'The program’s inside is not shown to others.'],
    ['1.3.3', '!', on('use-service-account-credentials'), 'Each controller has rights of its own.'],
    ['1.3.4', '!', set('service-account-private-key-file'), 'Tokens are signed with a key of their own.'],
    ['1.3.5', '!', set('root-ca-file'), 'Pods learn whom to trust as API server.'],
    ['1.3.6', '!', { is: 'gate on', gate: 'RotateKubeletServerCertificate' }, 'Kubelets get new certificates.'],
    ['1.3.7', '!', { is: 'one of', flag: 'bind-address', values: ['127.0.0.1'] }, 'It listens to its own host only.'],
  ],
  'kube-scheduler': [
    ['1.4.1', '!', off('profiling'), 'The program’s inside is not shown to others.'],
    ['1.4.2', '!', { is: 'one of', flag: 'bind-address', values: ['127.0.0.1'] }, 'It listens to its own host only.'],
  ],
  kubelet: [
    ['4.2.1', '!', off('anonymous-auth'), 'Nobody asks the kubelet without a name.'],
    ['4.2.2', '!', { is: 'one of', flag: mode, values: ['Webhook'] }, 'The API server says who may ask the kubelet.'],
    ['4.2.3', '!', set('client-ca-file'), 'Certificates of clients are checked.'],
    ['4.2.4', '?', { is: 'exactly', flag: 'read-only-port', value: 0n }, 'No port is open to everybody.'],
    [
      '4.2.5',
      '?',
      { is: 'not', flag: 'streaming-connection-idle-timeout', value: 0n },
      'Connections that nobody uses end.',
    ],
    ['4.2.6', '!', on('make-iptables-util-chains'), 'The kubelet keeps its rules of the firewall.'],
    ['4.2.7', '?', unset('hostname-override'), 'A node has the name of its certificate.'],
    ['4.2.8', '?', atLeast('event-qps', 0n), 'Events are told.'],
    ['4.2.9', '?', set('tls-cert-file', 'tls-private-key-file'), 'The kubelet shows a certificate that is known.'],
    ['4.2.10', '!', on('rotate-certificates'), 'The kubelet gets a new certificate in time.'],
    ['4.2.11', '?', { is: 'gate on', gate: 'RotateKubeletServerCertificate' }, 'So does its server.'],
    ['4.2.12', '?', only('tls-cipher-suites', suites), 'Only strong cipher suites are offered.'],
    ['4.2.13', '?', atLeast('pod-max-pids', 1n), 'A Pod has a limit of processes.'],
    ['4.2.14', '?', on('seccomp-default'), 'Containers have the runtime’s seccomp profile by themselves.'],
  ],
}

/** What the benchmark wants of command lines and of a kubelet's configuration, by component, in its order. */
export const wants: Readonly<Record<Component, readonly Want[]>> = {
  'kube-apiserver': of('kube-apiserver'),
  'kube-controller-manager': of('kube-controller-manager'),
  'kube-scheduler': of('kube-scheduler'),
  kubelet: of('kubelet'),
}

function of(component: Component): readonly Want[] {
  return rows[component].map(([id, counts, condition, says]) => ({
    ...{ id, component, condition, says },
    counts: counts === '!' ? 'by itself' : 'when weighed',
  }))
}
