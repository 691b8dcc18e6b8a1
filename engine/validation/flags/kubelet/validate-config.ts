import { cpuSetProblem } from '../../kubelet-config/cpu-set.ts'
import { durationText } from '../../kubernetes/duration.ts'
import { goQuoted } from '../../kubernetes/go-print.ts'
import { readQuantity } from '../../kubernetes/quantity.ts'
import { loggingField, loggingProblems } from '../common-stages.ts'
import { gathered, type Outcome, type Problem } from '../judged.ts'
import type { Options } from '../options.ts'
import { type EffectiveConfig, flagOfNumber, type NumberField } from './effective.ts'

/** What the kubelet says of a configuration, in its order. */
export function validateConfig(config: EffectiveConfig, options: Options): Outcome {
  const { numbers, texts, switches, gates } = config
  const problems: Problem[] = []
  const add = (flag: string, words: string) => problems.push({ words: `invalid configuration: ${words}`, flag })
  const numeric = (field: NumberField, isRight: (value: bigint) => boolean, must: string) => {
    const flag = flagOfNumber(field)
    if (!isRight(numbers[field])) add(flag, `${field} (--${flag}) ${numbers[field]} must ${must}`)
  }
  const notNegative = (field: NumberField) => numeric(field, value => value >= 0n, 'not be a negative number')
  const within = (field: NumberField, least: bigint, most: bigint) =>
    numeric(field, value => value >= least && value <= most, `be between ${least} and ${most}, inclusive`)

  if (texts.systemCgroups !== '' && texts.cgroupRoot === '')
    add(
      'system-cgroups',
      'systemCgroups (--system-cgroups) was specified and cgroupRoot (--cgroup-root) was not specified',
    )
  notNegative('eventBurst')
  notNegative('eventRecordQPS')
  if (numbers.healthzPort !== 0n) within('healthzPort', 1n, 65535n)
  quotaPeriod(config, add)
  within('imageGCHighThresholdPercent', 0n, 100n)
  within('imageGCLowThresholdPercent', 0n, 100n)
  const [high, low] = [numbers.imageGCHighThresholdPercent, numbers.imageGCLowThresholdPercent]
  if (low >= high)
    add(
      'image-gc-low-threshold',
      `imageGCLowThresholdPercent (--image-gc-low-threshold) ${low} must be less than imageGCHighThresholdPercent (--image-gc-high-threshold) ${high}`,
    )
  notNegative('kubeAPIBurst')
  notNegative('kubeAPIQPS')
  numeric('nodeStatusMaxImages', value => value >= -1n, 'be -1 or greater')
  notNegative('maxOpenFiles')
  notNegative('maxPods')
  within('oomScoreAdj', -1000n, 1000n)
  notNegative('podsPerCore')
  within('port', 1n, 65535n)
  numeric('readOnlyPort', value => value >= 0n && value <= 65535n, 'be between 0 and 65535, inclusive')
  notNegative('registryBurst')
  notNegative('registryPullQPS')
  if (switches.serverTLSBootstrap && !gates.isOn('RotateKubeletServerCertificate'))
    add('rotate-server-certificates', 'serverTLSBootstrap true requires feature gate RotateKubeletServerCertificate')
  topology(config, add)
  allocatable(config, add)
  hairpin(config, add)
  reserved(config, add)
  reservedMemory(options, add)
  problems.push(...loggingProblems(options, gates, loggingField))
  if (texts.containerRuntimeEndpoint === '')
    add('container-runtime-endpoint', 'the containerRuntimeEndpoint was not specified or empty')
  if (numbers.containerLogMaxFiles <= 1n) add('container-log-max-files', 'containerLogMaxFiles must be greater than 1')
  if (switches.runOnce)
    add('runonce', 'runOnce (--runOnce) true, Runonce mode has been deprecated and should not be set')
  return gathered(problems)
}

type Add = (flag: string, words: string) => void

function quotaPeriod({ numbers, gates }: EffectiveConfig, add: Add): void {
  const flag = 'cpu-cfs-quota-period'
  const period = numbers.cpuCFSQuotaPeriod
  const gate = 'CustomCPUCFSQuotaPeriod'
  const shown = `cpuCFSQuotaPeriod (--${flag}) {${durationText(period)}}`
  if (!gates.isOn(gate)) {
    if (period !== 100_000_000n) add(flag, `${shown} requires feature gate ${gate}`)
  } else if (period < 1_000_000n || period > 1_000_000_000n)
    add(flag, `${shown} must be between 1ms and 1sec, inclusive`)
}

function topology({ texts }: EffectiveConfig, add: Add): void {
  const policies = ['none', 'best-effort', 'restricted', 'single-numa-node']
  const [policy, scope] = [texts.topologyManagerPolicy, texts.topologyManagerScope]
  if (!policies.includes(policy)) {
    const shown = policies.map(goQuoted).join(' ')
    add(
      'topology-manager-policy',
      `topologyManagerPolicy (--topology-manager-policy) ${goQuoted(policy)} must be one of: [${shown}]`,
    )
  }
  if (scope !== 'container' && scope !== 'pod')
    add(
      'topology-manager-scope',
      `topologyManagerScope (--topology-manager-scope) ${goQuoted(scope)} must be one of: "container", or "pod"`,
    )
}

function allocatable({ enforceNodeAllocatable, texts, switches }: EffectiveConfig, add: Add): void {
  const flag = 'enforce-node-allocatable'
  const called = `enforceNodeAllocatable (--${flag})`
  const cgroup = (name: string, field: string) =>
    add(
      flag,
      `${field} (--${name}-cgroup) must be specified when "${name}" or "${name}-compressible" included in ${called}`,
    )
  for (const value of enforceNodeAllocatable) {
    switch (value) {
      case 'pods':
        if (!switches.cgroupsPerQOS)
          add(
            'cgroups-per-qos',
            `cgroupsPerQOS (--cgroups-per-qos) must be set to true when "pods" contained in ${called}`,
          )
        break
      case 'system-reserved':
      case 'system-reserved-compressible':
        if (texts.systemReservedCgroup === '') cgroup('system-reserved', 'systemReservedCgroup')
        break
      case 'kube-reserved':
      case 'kube-reserved-compressible':
        if (texts.kubeReservedCgroup === '') cgroup('kube-reserved', 'kubeReservedCgroup')
        break
      case 'none':
        if (enforceNodeAllocatable.length > 1)
          add(flag, `${called} may not contain additional enforcements when "none" is specified`)
        break
      default:
        add(
          flag,
          `option ${goQuoted(value)} specified for ${called}. Valid options are "pods", "system-reserved", "system-reserved-compressible", "kube-reserved", "kube-reserved-compressible" or "none"`,
        )
    }
  }
}

function hairpin({ texts }: EffectiveConfig, add: Add): void {
  const mode = texts.hairpinMode
  if (['none', 'hairpin-veth', 'promiscuous-bridge'].includes(mode)) return
  add(
    'hairpin-mode',
    `option ${goQuoted(mode)} specified for hairpinMode (--hairpin-mode). Valid options are "none", "hairpin-veth" or "promiscuous-bridge"`,
  )
}

function reserved({ texts }: EffectiveConfig, add: Add): void {
  const flag = 'reserved-cpus'
  const written = texts.reservedSystemCPUs
  if (written === '') return
  if (texts.systemReservedCgroup !== '' || texts.kubeReservedCgroup !== '')
    add(
      flag,
      "can't use reservedSystemCPUs (--reserved-cpus) with systemReservedCgroup (--system-reserved-cgroup) or kubeReservedCgroup (--kube-reserved-cgroup)",
    )
  const why = cpuSetProblem(written)
  if (why) add(flag, `unable to parse reservedSystemCPUs (--reserved-cpus) ${written}, error: ${why}`)
}

/** Memory that is kept for the system: some of each kind, once on each NUMA node. */
function reservedMemory(options: Options, add: Add): void {
  const flag = 'reserved-memory'
  const seen = new Set<string>()
  for (const entry of options.list(flag)) {
    const [node = '', amounts = ''] = entry.split(':')
    for (const amount of amounts.split(',')) {
      const [type = '', size = ''] = amount.split('=')
      const read = readQuantity(size)
      const at = `for NUMA node ${Number(node)} and resource ${goQuoted(type)}`
      if ('nano' in read && read.nano === 0n) add(flag, `reserved memory may not be zero ${at}`)
      if (seen.has(at)) add(flag, `the reserved memory has a duplicate value ${at}`)
      seen.add(at)
    }
  }
}
