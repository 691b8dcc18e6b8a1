import type { Gates } from '../feature-gates/set-gates.ts'
import { setGates } from '../feature-gates/set-gates.ts'
import type { Files } from '../files.ts'
import type { Options } from '../options.ts'
import { kubernetesVersion } from '../reported-version.ts'
import { configFile, dropIns, type KubeletFile } from './config-file.ts'
import { kubeletGates } from './gates.ts'

/** What is in force on a node: flags above drop-ins above the file above the defaults. */
export interface EffectiveConfig {
  readonly numbers: Readonly<Record<NumberField, bigint>>
  readonly texts: Readonly<Record<TextField, string>>
  readonly switches: Readonly<Record<SwitchField, boolean>>
  readonly enforceNodeAllocatable: readonly string[]
  readonly tlsCipherSuites: readonly string[]
  readonly gates: Gates
}

/** Field → flag, and what a configuration that leaves it gets. */
const numbers = {
  containerLogMaxFiles: ['container-log-max-files', 5n],
  cpuCFSQuotaPeriod: ['cpu-cfs-quota-period', 100_000_000n],
  eventBurst: ['event-burst', 100n],
  eventRecordQPS: ['event-qps', 50n],
  healthzPort: ['healthz-port', 10248n],
  imageGCHighThresholdPercent: ['image-gc-high-threshold', 85n],
  imageGCLowThresholdPercent: ['image-gc-low-threshold', 80n],
  kubeAPIBurst: ['kube-api-burst', 100n],
  kubeAPIQPS: ['kube-api-qps', 50n],
  maxOpenFiles: ['max-open-files', 1_000_000n],
  maxPods: ['max-pods', 110n],
  nodeStatusMaxImages: ['node-status-max-images', 50n],
  oomScoreAdj: ['oom-score-adj', -999n],
  podPidsLimit: ['pod-max-pids', -1n],
  podsPerCore: ['pods-per-core', 0n],
  port: ['port', 10250n],
  readOnlyPort: ['read-only-port', 0n],
  registryBurst: ['registry-burst', 10n],
  registryPullQPS: ['registry-qps', 5n],
  streamingConnectionIdleTimeout: ['streaming-connection-idle-timeout', 14_400_000_000_000n],
} as const
const texts = {
  authorizationMode: ['authorization-mode', 'Webhook'],
  clientCAFile: ['client-ca-file', ''],
  cgroupRoot: ['cgroup-root', ''],
  containerRuntimeEndpoint: ['container-runtime-endpoint', 'unix:///run/containerd/containerd.sock'],
  hairpinMode: ['hairpin-mode', 'promiscuous-bridge'],
  kubeReservedCgroup: ['kube-reserved-cgroup', ''],
  reservedSystemCPUs: ['reserved-cpus', ''],
  staticPodPath: ['pod-manifest-path', ''],
  systemCgroups: ['system-cgroups', ''],
  systemReservedCgroup: ['system-reserved-cgroup', ''],
  tlsCertFile: ['tls-cert-file', ''],
  tlsPrivateKeyFile: ['tls-private-key-file', ''],
  topologyManagerPolicy: ['topology-manager-policy', 'none'],
  topologyManagerScope: ['topology-manager-scope', 'container'],
} as const
const switches = {
  anonymous: ['anonymous-auth', false],
  cgroupsPerQOS: ['cgroups-per-qos', true],
  makeIPTablesUtilChains: ['make-iptables-util-chains', true],
  protectKernelDefaults: ['protect-kernel-defaults', false],
  rotateCertificates: ['rotate-certificates', false],
  runOnce: ['runonce', false],
  seccompDefault: ['seccomp-default', false],
  serverTLSBootstrap: ['rotate-server-certificates', false],
  tokenWebhook: ['authentication-token-webhook', true],
} as const

export type NumberField = keyof typeof numbers
export type TextField = keyof typeof texts
export type SwitchField = keyof typeof switches

/** The flag that sets a field; undefined where only a file does. */
export function flagOfField(field: string): string | undefined {
  const rows: Readonly<Record<string, readonly [string, unknown]>> = { ...numbers, ...texts, ...switches }
  return Object.hasOwn(rows, field) ? rows[field]?.[0] : undefined
}

/** What is in force by the flag that would set it; undefined where no such field is kept. */
export function fieldOfFlag(config: EffectiveConfig) {
  const find = <Field extends string>(table: Readonly<Record<Field, readonly [string, unknown]>>, flag: string) =>
    (Object.keys(table) as Field[]).find(field => table[field][0] === flag)
  return {
    number(flag: string): bigint | undefined {
      const field = find<NumberField>(numbers, flag)
      return field && config.numbers[field]
    },
    text(flag: string): string | undefined {
      const field = find<TextField>(texts, flag)
      return field && config.texts[field]
    },
    isOn(flag: string): boolean | undefined {
      const field = find<SwitchField>(switches, flag)
      return field && config.switches[field]
    },
  }
}

/**
 * Puts flags and files together. Without a file, what the flags leave has the defaults of flags, which are those of older
 * days: anybody may come, and may do everything.
 */
export function effectiveConfig(options: Options, files: Files): EffectiveConfig {
  const read = [...configFile(options, files).files, ...dropIns(options, files).files]
  const hasFile = options.text('config') !== '' || options.text('config-dir') !== ''
  const fromFiles = <T>(pick: (file: KubeletFile) => T | undefined): T | undefined =>
    read.map(pick).findLast(it => it !== undefined)
  const choose = <T>(flag: string, value: T, otherwise: T, pick: (file: KubeletFile) => T | undefined): T =>
    options.changed(flag) || !hasFile ? value : (fromFiles(pick) ?? otherwise)
  const gates = new Map<string, boolean>()
  for (const file of read) for (const [name, on] of file.featureGates ?? []) gates.set(name, on)
  for (const [name, on] of kubeletGates(options.map('feature-gates'))) gates.set(name, on)
  const set = setGates(gates, kubernetesVersion.minor)
  return {
    numbers: mapped(numbers, (field, [flag, otherwise]) =>
      choose<bigint>(flag, options.whole(flag), otherwise, file => numberOf(file, field)),
    ),
    texts: mapped(texts, (field, [flag, otherwise]) =>
      choose<string>(flag, options.text(flag), otherwise, file => textOf(file, field)),
    ),
    switches: mapped(switches, (field, [flag, otherwise]) =>
      choose<boolean>(flag, options.bool(flag), otherwise, file => switchOf(file, field)),
    ),
    enforceNodeAllocatable: choose(
      'enforce-node-allocatable',
      options.list('enforce-node-allocatable'),
      ['pods'],
      file => file.enforceNodeAllocatable,
    ),
    tlsCipherSuites: choose('tls-cipher-suites', options.list('tls-cipher-suites'), [], file => file.tlsCipherSuites),
    gates: 'errors' in set ? { isOn: () => false } : set,
  }
}

function mapped<Table extends object, T>(
  table: Table,
  value: (field: keyof Table, row: Table[keyof Table]) => T,
): Readonly<Record<keyof Table, T>> {
  const fields = Object.keys(table) as (keyof Table)[]
  return Object.fromEntries(fields.map(field => [field, value(field, table[field])])) as Record<keyof Table, T>
}

/** A number that a file sets; nought is left to the default where the field cannot say that it is there. */
function numberOf(file: KubeletFile, field: NumberField): bigint | undefined {
  const value = file[field]
  const isPointer = ![
    'eventBurst',
    'kubeAPIBurst',
    'maxOpenFiles',
    'maxPods',
    'podsPerCore',
    'port',
    'registryBurst',
    'streamingConnectionIdleTimeout',
  ].includes(field)
  return value === undefined || (!isPointer && BigInt(value) === 0n) ? undefined : BigInt(value)
}

function textOf(file: KubeletFile, field: TextField): string | undefined {
  if (field === 'authorizationMode') return file.authorization.mode || undefined
  if (field === 'clientCAFile') return file.authentication.x509.clientCAFile || undefined
  return file[field] || undefined
}

function switchOf(file: KubeletFile, field: SwitchField): boolean | undefined {
  if (field === 'anonymous') return file.authentication.anonymous.enabled
  if (field === 'tokenWebhook') return file.authentication.webhook.enabled
  if (field === 'cgroupsPerQOS' || field === 'makeIPTablesUtilChains' || field === 'seccompDefault') return file[field]
  return file[field] || undefined
}
