import type { Gates } from '../flags/feature-gates/set-gates.ts'
import { durationText } from '../kubernetes/duration.ts'
import type { KubeletConfig } from './defaults.ts'
import { type Problem, problem } from './problem.ts'

type NumberField = {
  [Field in keyof KubeletConfig]: KubeletConfig[Field] extends number | bigint ? Field : never
}[keyof KubeletConfig]

/** A number, the flag that sets it as well, and what it has to be. */
type Rule = readonly [NumberField, string, (value: bigint) => boolean, string]

const notNegative = (field: NumberField, flag: string): Rule => [
  field,
  flag,
  value => value >= 0n,
  'must not be a negative number',
]
const within = (field: NumberField, flag: string, least: bigint, most: bigint): Rule => [
  field,
  flag,
  value => value >= least && value <= most,
  `must be between ${least} and ${most}, inclusive`,
]

const first: readonly Rule[] = [
  notNegative('eventBurst', 'event-burst'),
  notNegative('eventRecordQPS', 'event-qps'),
  ['healthzPort', 'healthz-port', value => value >= 0n && value <= 65535n, 'must be between 1 and 65535, inclusive'],
]
const percents: readonly Rule[] = [
  within('imageGCHighThresholdPercent', 'image-gc-high-threshold', 0n, 100n),
  within('imageGCLowThresholdPercent', 'image-gc-low-threshold', 0n, 100n),
]
const rest: readonly Rule[] = [
  within('iptablesDropBit', 'iptables-drop-bit', 0n, 31n),
  within('iptablesMasqueradeBit', 'iptables-masquerade-bit', 0n, 31n),
  notNegative('kubeAPIBurst', 'kube-api-burst'),
  notNegative('kubeAPIQPS', 'kube-api-qps'),
  ['nodeStatusMaxImages', 'node-status-max-images', value => value >= -1n, 'must be -1 or greater'],
  notNegative('maxOpenFiles', 'max-open-files'),
  notNegative('maxPods', 'max-pods'),
  within('oomScoreAdj', 'oom-score-adj', -1000n, 1000n),
  notNegative('podsPerCore', 'pods-per-core'),
  within('port', 'port', 1n, 65535n),
  within('readOnlyPort', 'read-only-port', 0n, 65535n),
  notNegative('registryBurst', 'registry-burst'),
  notNegative('registryPullQPS', 'registry-qps'),
]

export function validateNumbers(config: KubeletConfig, gates: Gates): readonly Problem[] {
  const by = (rules: readonly Rule[]) =>
    rules.flatMap(([field, flag, isRight, must]) =>
      isRight(BigInt(config[field]))
        ? []
        : [problem('kubelet-number', field, `${field} (--${flag}) ${config[field]} ${must}`)],
    )
  return [
    ...lease(config),
    ...cgroups(config),
    ...by(first),
    ...quotaPeriod(config, gates),
    ...by(percents),
    ...thresholds(config),
    ...imageAges(config, gates),
    ...by(rest),
    ...pulls(config),
    ...bootstrap(config, gates),
  ]
}

function lease({ nodeLeaseDurationSeconds }: KubeletConfig): readonly Problem[] {
  const field = 'nodeLeaseDurationSeconds'
  return nodeLeaseDurationSeconds > 0 ? [] : [problem('kubelet-number', field, `${field} must be greater than 0`)]
}

function cgroups({ systemCgroups, cgroupRoot }: KubeletConfig): readonly Problem[] {
  if (systemCgroups === '' || cgroupRoot !== '') return []
  const words = 'systemCgroups (--system-cgroups) was specified and cgroupRoot (--cgroup-root) was not specified'
  return [problem('kubelet-together', 'systemCgroups', words)]
}

function quotaPeriod({ cpuCFSQuotaPeriod: period }: KubeletConfig, gates: Gates): readonly Problem[] {
  const [field, gate] = ['cpuCFSQuotaPeriod', 'CustomCPUCFSQuotaPeriod']
  const shown = `${field} (--cpu-cfs-quota-period) {${durationText(period)}}`
  if (!gates.isOn(gate))
    return period === 100_000_000n
      ? []
      : [problem('kubelet-feature-gate', field, `${shown} requires feature gate ${gate}`)]
  const isRight = period >= 1_000_000n && period <= 1_000_000_000n
  return isRight ? [] : [problem('kubelet-number', field, `${shown} must be between 1ms and 1sec, inclusive`)]
}

function thresholds(config: KubeletConfig): readonly Problem[] {
  const { imageGCHighThresholdPercent: high, imageGCLowThresholdPercent: low } = config
  if (low < high) return []
  const words = `imageGCLowThresholdPercent (--image-gc-low-threshold) ${low} must be less than imageGCHighThresholdPercent (--image-gc-high-threshold) ${high}`
  return [problem('kubelet-together', 'imageGCLowThresholdPercent', words)]
}

function imageAges({ imageMaximumGCAge: most, imageMinimumGCAge: least }: KubeletConfig, gates: Gates) {
  const field = 'imageMaximumGCAge'
  const problems: Problem[] = []
  if (most !== 0n && !gates.isOn('ImageMaximumGCAge')) {
    const words = 'ImageMaximumGCAge feature gate is required for Kubelet configuration option imageMaximumGCAge'
    problems.push(problem('kubelet-feature-gate', field, words))
  }
  const negative = (name: string, value: bigint) => `${name} ${durationText(value)} must not be negative`
  if (least < 0n) problems.push(problem('kubelet-number', 'imageMinimumGCAge', negative('imageMinimumGCAge', least)))
  if (most < 0n) problems.push(problem('kubelet-number', field, negative(field, most)))
  if (most > 0n && most <= least) {
    const words = `${field} ${durationText(most)} must be greater than imageMinimumGCAge ${durationText(least)}`
    problems.push(problem('kubelet-together', field, words))
  }
  return problems
}

function pulls({ maxParallelImagePulls: most, serializeImagePulls }: KubeletConfig): readonly Problem[] {
  const field = 'maxParallelImagePulls'
  if (most === undefined) return []
  if (most < 1) return [problem('kubelet-number', field, `${field} ${most} must be a positive number`)]
  if (!serializeImagePulls || most === 1) return []
  const words = `${field} cannot be larger than 1 unless SerializeImagePulls (--serialize-image-pulls) is set to false`
  return [problem('kubelet-together', field, words)]
}

function bootstrap({ serverTLSBootstrap, runOnce }: KubeletConfig, gates: Gates): readonly Problem[] {
  const gate = 'RotateKubeletServerCertificate'
  const problems: Problem[] = []
  if (serverTLSBootstrap && !gates.isOn(gate))
    problems.push(
      problem('kubelet-feature-gate', 'serverTLSBootstrap', `serverTLSBootstrap true requires feature gate ${gate}`),
    )
  if (runOnce) {
    const words = 'runOnce (--runOnce) true, Runonce mode has been deprecated and should not be set'
    problems.push(problem('kubelet-choice', 'runOnce', words))
  }
  return problems
}
