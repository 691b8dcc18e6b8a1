import { jsonText } from '../../yaml/go/json-text.ts'
import { abort, type Decoded, type GoType, wrongType } from '../kubernetes/decode.ts'
import {
  anything,
  bool,
  embedded,
  float,
  int32,
  int64,
  list,
  map,
  nilable,
  pointer,
  struct,
  text,
  wholeIn,
  wholeNumber,
} from '../kubernetes/decode-types.ts'
import { duration, quantity, resourceList, time } from '../kubernetes/decode-values.ts'
import type { Duration } from '../kubernetes/duration.ts'
import { typeMeta } from '../kubernetes/metadata-type.ts'

const texts = nilable(list(text()))
const textMap = map(text())

/** A duration, or a number of nanoseconds. */
const flushFrequency: GoType<Duration> = {
  goName: 'v1.TimeOrMetaDuration',
  zero: () => 0n,
  read(node, place, decoding, before) {
    if (node.kind === 'string') return duration.read(node, place, decoding, before)
    if (node.kind === 'null') return before
    const value = node.kind === 'number' ? wholeIn(node.literal, 64) : undefined
    if (value !== undefined) return value
    const found = node.kind === 'number' ? `number ${node.literal}` : node.kind
    const why = `json: cannot unmarshal ${found} into Go value of type time.Duration`
    return abort(node, place, `invalid duration ${JSON.stringify(jsonText(node))}: ${why}`)
  },
}

const verbosityNumber = wholeNumber('v1.VerbosityLevel', 33)
const verbosity: GoType<bigint> = {
  goName: verbosityNumber.goName,
  zero: verbosityNumber.zero,
  read(node, place, decoding, before) {
    const fits = node.kind !== 'number' || wholeIn(node.literal, 32, false) !== undefined
    if (fits) return verbosityNumber.read(node, place, decoding, before)
    wrongType(node, place, decoding, verbosityNumber.goName, `number ${node.literal}`)
    return before
  },
}

const outputRouting = embedded('OutputRoutingOptions', { splitStream: bool, infoBufferSize: quantity })

const logging = struct('v1.LoggingConfiguration', {
  format: text(),
  flushFrequency,
  verbosity,
  vmodule: list(struct('v1.VModuleItem', { filePattern: text(), verbosity }), 'v1.VModuleConfiguration'),
  options: struct('v1.FormatOptions', {
    text: struct('v1.TextOptions', outputRouting),
    json: struct('v1.JSONOptions', outputRouting),
  }),
})

/** `KubeletConfiguration` of kubelet.config.k8s.io/v1beta1, all of it. */
export const kubeletConfigurationType = struct('v1beta1.KubeletConfiguration', {
  ...typeMeta,
  enableServer: pointer(bool),
  staticPodPath: text(),
  podLogsDir: text(),
  syncFrequency: duration,
  fileCheckFrequency: duration,
  httpCheckFrequency: duration,
  staticPodURL: text(),
  staticPodURLHeader: map(list(text())),
  address: text(),
  port: int32,
  readOnlyPort: int32,
  tlsCertFile: text(),
  tlsPrivateKeyFile: text(),
  tlsCipherSuites: texts,
  tlsMinVersion: text(),
  rotateCertificates: bool,
  serverTLSBootstrap: bool,
  authentication: struct('v1beta1.KubeletAuthentication', {
    x509: struct('v1beta1.KubeletX509Authentication', { clientCAFile: text() }),
    webhook: struct('v1beta1.KubeletWebhookAuthentication', { enabled: pointer(bool), cacheTTL: duration }),
    anonymous: struct('v1beta1.KubeletAnonymousAuthentication', { enabled: pointer(bool) }),
  }),
  authorization: struct('v1beta1.KubeletAuthorization', {
    mode: text('v1beta1.KubeletAuthorizationMode'),
    webhook: struct('v1beta1.KubeletWebhookAuthorization', {
      cacheAuthorizedTTL: duration,
      cacheUnauthorizedTTL: duration,
    }),
  }),
  registryPullQPS: pointer(int32),
  registryBurst: int32,
  imagePullCredentialsVerificationPolicy: text('v1beta1.ImagePullCredentialsVerificationPolicy'),
  preloadedImagesVerificationAllowlist: list(text()),
  eventRecordQPS: pointer(int32),
  eventBurst: int32,
  enableDebuggingHandlers: pointer(bool),
  enableContentionProfiling: bool,
  healthzPort: pointer(int32),
  healthzBindAddress: text(),
  oomScoreAdj: pointer(int32),
  clusterDomain: text(),
  clusterDNS: texts,
  streamingConnectionIdleTimeout: duration,
  nodeStatusUpdateFrequency: duration,
  nodeStatusReportFrequency: duration,
  nodeLeaseDurationSeconds: int32,
  imageMinimumGCAge: duration,
  imageMaximumGCAge: duration,
  imageGCHighThresholdPercent: pointer(int32),
  imageGCLowThresholdPercent: pointer(int32),
  volumeStatsAggPeriod: duration,
  kubeletCgroups: text(),
  systemCgroups: text(),
  cgroupRoot: text(),
  cgroupsPerQOS: pointer(bool),
  cgroupDriver: text(),
  cpuManagerPolicy: text(),
  singleProcessOOMKill: pointer(bool),
  cpuManagerPolicyOptions: textMap,
  cpuManagerReconcilePeriod: duration,
  memoryManagerPolicy: text(),
  topologyManagerPolicy: text(),
  topologyManagerScope: text(),
  topologyManagerPolicyOptions: textMap,
  qosReserved: textMap,
  runtimeRequestTimeout: duration,
  hairpinMode: text(),
  maxPods: int32,
  podCIDR: text(),
  podPidsLimit: pointer(int64),
  resolvConf: pointer(text()),
  runOnce: bool,
  cpuCFSQuota: pointer(bool),
  cpuCFSQuotaPeriod: pointer(duration),
  nodeStatusMaxImages: pointer(int32),
  maxOpenFiles: int64,
  contentType: text(),
  kubeAPIQPS: pointer(int32),
  kubeAPIBurst: int32,
  serializeImagePulls: pointer(bool),
  maxParallelImagePulls: pointer(int32),
  evictionHard: textMap,
  evictionSoft: textMap,
  evictionSoftGracePeriod: textMap,
  evictionPressureTransitionPeriod: duration,
  evictionMaxPodGracePeriod: int32,
  evictionMinimumReclaim: textMap,
  mergeDefaultEvictionSettings: pointer(bool),
  podsPerCore: int32,
  enableControllerAttachDetach: pointer(bool),
  protectKernelDefaults: bool,
  makeIPTablesUtilChains: pointer(bool),
  iptablesMasqueradeBit: pointer(int32),
  iptablesDropBit: pointer(int32),
  featureGates: nilable(map(bool)),
  failSwapOn: pointer(bool),
  memorySwap: struct('v1beta1.MemorySwapConfiguration', { swapBehavior: text() }),
  containerLogMaxSize: text(),
  containerLogMaxFiles: pointer(int32),
  containerLogMaxWorkers: pointer(int32),
  containerLogMonitorInterval: pointer(duration),
  configMapAndSecretChangeDetectionStrategy: text('v1beta1.ResourceChangeDetectionStrategy'),
  systemReserved: textMap,
  kubeReserved: textMap,
  reservedSystemCPUs: text(),
  showHiddenMetricsForVersion: text(),
  systemReservedCgroup: text(),
  kubeReservedCgroup: text(),
  enforceNodeAllocatable: texts,
  allowedUnsafeSysctls: texts,
  volumePluginDir: text(),
  providerID: text(),
  kernelMemcgNotification: bool,
  logging,
  enableSystemLogHandler: pointer(bool),
  enableSystemLogQuery: pointer(bool),
  shutdownGracePeriod: duration,
  shutdownGracePeriodCriticalPods: duration,
  shutdownGracePeriodByPodPriority: list(
    struct('v1beta1.ShutdownGracePeriodByPodPriority', { priority: int32, shutdownGracePeriodSeconds: int64 }),
  ),
  crashLoopBackOff: struct('v1beta1.CrashLoopBackOffConfig', { maxContainerRestartPeriod: pointer(duration) }),
  reservedMemory: list(struct('v1beta1.MemoryReservation', { numaNode: int32, limits: resourceList })),
  enableProfilingHandler: pointer(bool),
  enableDebugFlagsHandler: pointer(bool),
  seccompDefault: pointer(bool),
  memoryThrottlingFactor: pointer(float()),
  registerWithTaints: list(
    struct('v1.Taint', { key: text(), value: text(), effect: text('v1.TaintEffect'), timeAdded: pointer(time) }),
  ),
  registerNode: pointer(bool),
  tracing: pointer(
    struct('v1.TracingConfiguration', { endpoint: pointer(text()), samplingRatePerMillion: pointer(int32) }),
  ),
  localStorageCapacityIsolation: pointer(bool),
  containerRuntimeEndpoint: text(),
  imageServiceEndpoint: text(),
  failCgroupV1: pointer(bool),
  userNamespaces: pointer(struct('v1beta1.UserNamespaces', { idsPerPod: pointer(int64) })),
})

/** A file as it is decoded, before the defaults. */
export type RawKubeletConfig = Decoded<typeof kubeletConfigurationType>

const versions = ['kubelet.config.k8s.io/v1beta1']

/** `KubeletConfiguration`, and what else the same decoder knows. */
export const kubeletConfiguration = {
  kind: 'KubeletConfiguration',
  versions,
  scheme: 'pkg/kubelet/apis/config/scheme/scheme.go:33',
  type: kubeletConfigurationType,
  others: [
    {
      kind: 'CredentialProviderConfig',
      versions,
      type: struct('v1beta1.CredentialProviderConfig', {
        ...typeMeta,
        providers: list(anything, '[]v1beta1.CredentialProvider'),
      }),
    },
    {
      kind: 'SerializedNodeConfigSource',
      versions,
      type: struct('v1beta1.SerializedNodeConfigSource', { ...typeMeta, source: anything }),
    },
  ],
} as const
