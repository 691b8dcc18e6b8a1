import { type KubeletConfig, withDefaults } from '../../kubelet-config/defaults.ts'
import { kubeletConfigurationType, type RawKubeletConfig } from '../../kubelet-config/types.ts'
import { goJson } from '../../kubernetes/go-print.ts'
import { type Quantity, readQuantity } from '../../kubernetes/quantity.ts'
import type { Options } from '../options.ts'
import type { EffectiveConfig } from './effective.ts'

/** The whole configuration that a kubelet validates: its files laid over each other, and its flags over them. */
export function wholeConfig(
  config: EffectiveConfig,
  files: readonly RawKubeletConfig[],
  options: Options,
): KubeletConfig {
  const { numbers, texts, switches } = config
  const base = withDefaults(laidOver(files), config.gates)
  const reserved = options.list('reserved-memory').map(readReserved)
  return {
    ...base,
    containerLogMaxFiles: Number(numbers.containerLogMaxFiles),
    cpuCFSQuotaPeriod: numbers.cpuCFSQuotaPeriod,
    eventBurst: Number(numbers.eventBurst),
    eventRecordQPS: Number(numbers.eventRecordQPS),
    healthzPort: Number(numbers.healthzPort),
    imageGCHighThresholdPercent: Number(numbers.imageGCHighThresholdPercent),
    imageGCLowThresholdPercent: Number(numbers.imageGCLowThresholdPercent),
    kubeAPIBurst: Number(numbers.kubeAPIBurst),
    kubeAPIQPS: Number(numbers.kubeAPIQPS),
    maxOpenFiles: numbers.maxOpenFiles,
    maxPods: Number(numbers.maxPods),
    nodeStatusMaxImages: Number(numbers.nodeStatusMaxImages),
    oomScoreAdj: Number(numbers.oomScoreAdj),
    podsPerCore: Number(numbers.podsPerCore),
    port: Number(numbers.port),
    readOnlyPort: Number(numbers.readOnlyPort),
    registryBurst: Number(numbers.registryBurst),
    registryPullQPS: Number(numbers.registryPullQPS),
    cgroupRoot: texts.cgroupRoot,
    containerRuntimeEndpoint: texts.containerRuntimeEndpoint,
    hairpinMode: texts.hairpinMode,
    kubeReservedCgroup: texts.kubeReservedCgroup,
    reservedSystemCPUs: texts.reservedSystemCPUs,
    systemCgroups: texts.systemCgroups,
    systemReservedCgroup: texts.systemReservedCgroup,
    topologyManagerPolicy: texts.topologyManagerPolicy,
    topologyManagerScope: texts.topologyManagerScope,
    cgroupsPerQOS: switches.cgroupsPerQOS,
    runOnce: switches.runOnce,
    serverTLSBootstrap: switches.serverTLSBootstrap,
    enforceNodeAllocatable: config.enforceNodeAllocatable,
    reservedMemory: reserved.length > 0 ? reserved : base.reservedMemory,
    logging: logging(base.logging, options),
  }
}

const zero = kubeletConfigurationType.zero()

/** Files in their order: what a later one says counts, and what it leaves is left. */
function laidOver(files: readonly RawKubeletConfig[]): RawKubeletConfig {
  const said = files.flatMap(file =>
    Object.entries(file).filter(([field, value]) => goJson(value) !== goJson(Reflect.get(zero, field))),
  )
  return { ...zero, ...Object.fromEntries(said) }
}

/** `0:memory=1Gi,hugepages-2Mi=2Mi`, which was found readable when the flag was set. */
function readReserved(entry: string): KubeletConfig['reservedMemory'][number] {
  const [node = '', amounts = ''] = entry.split(':')
  const limits = amounts.split(',').flatMap((amount): readonly (readonly [string, Quantity])[] => {
    const [type = '', size = ''] = amount.split('=')
    const read = readQuantity(size)
    return 'nano' in read ? [[type, read]] : []
  })
  return { numaNode: Number(node), limits: new Map(limits) }
}

function logging(base: KubeletConfig['logging'], options: Options): KubeletConfig['logging'] {
  const { text } = base.options
  const size = readQuantity(options.text('log-text-info-buffer-size'))
  const splits = options.changed('log-text-split-stream')
  const buffers = options.changed('log-text-info-buffer-size') && 'nano' in size
  return {
    ...base,
    format: options.changed('logging-format') ? options.text('logging-format') : base.format,
    flushFrequency: options.changed('log-flush-frequency') ? options.whole('log-flush-frequency') : base.flushFrequency,
    options: {
      ...base.options,
      text: {
        splitStream: splits ? options.bool('log-text-split-stream') : text.splitStream,
        infoBufferSize: buffers ? size : text.infoBufferSize,
      },
    },
  }
}
