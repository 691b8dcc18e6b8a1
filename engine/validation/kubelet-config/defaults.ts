import type { Gates } from '../flags/feature-gates/set-gates.ts'
import type { RawKubeletConfig } from './types.ts'

const second = 1_000_000_000n
const minute = 60n * second

/** A configuration with everything filled in: what is in force. Durations in nanoseconds. */
export type KubeletConfig = ReturnType<typeof withDefaults>

/**
 * Fills in what a file leaves. Nought and the empty text count as left out where the field cannot say that it is there.
 * `gates`: those of the file, on which a few defaults hang.
 */
export function withDefaults(raw: RawKubeletConfig, gates: Gates) {
  const { authentication, authorization, logging } = raw
  const { anonymous, webhook, x509 } = authentication
  const ttl = authorization.webhook
  return {
    ...raw,
    enableServer: raw.enableServer ?? true,
    syncFrequency: raw.syncFrequency || minute,
    fileCheckFrequency: raw.fileCheckFrequency || 20n * second,
    httpCheckFrequency: raw.httpCheckFrequency || 20n * second,
    address: raw.address || '0.0.0.0',
    port: raw.port || 10250,
    authentication: {
      anonymous: { enabled: anonymous.enabled ?? false },
      webhook: { enabled: webhook.enabled ?? true, cacheTTL: webhook.cacheTTL || 2n * minute },
      x509,
    },
    authorization: {
      mode: authorization.mode || 'Webhook',
      webhook: {
        cacheAuthorizedTTL: ttl.cacheAuthorizedTTL || 5n * minute,
        cacheUnauthorizedTTL: ttl.cacheUnauthorizedTTL || 30n * second,
      },
    },
    registryPullQPS: raw.registryPullQPS ?? 5,
    registryBurst: raw.registryBurst || 10,
    eventRecordQPS: raw.eventRecordQPS ?? 50,
    eventBurst: raw.eventBurst || 100,
    enableDebuggingHandlers: raw.enableDebuggingHandlers ?? true,
    healthzPort: raw.healthzPort ?? 10248,
    healthzBindAddress: raw.healthzBindAddress || '127.0.0.1',
    oomScoreAdj: raw.oomScoreAdj ?? -999,
    streamingConnectionIdleTimeout: raw.streamingConnectionIdleTimeout || 240n * minute,
    nodeStatusReportFrequency: raw.nodeStatusReportFrequency || raw.nodeStatusUpdateFrequency || 5n * minute,
    nodeStatusUpdateFrequency: raw.nodeStatusUpdateFrequency || 10n * second,
    nodeLeaseDurationSeconds: raw.nodeLeaseDurationSeconds || 40,
    imageMinimumGCAge: raw.imageMinimumGCAge || 2n * minute,
    imageGCHighThresholdPercent: raw.imageGCHighThresholdPercent ?? 85,
    imageGCLowThresholdPercent: raw.imageGCLowThresholdPercent ?? 80,
    volumeStatsAggPeriod: raw.volumeStatsAggPeriod || minute,
    cgroupsPerQOS: raw.cgroupsPerQOS ?? true,
    cgroupDriver: raw.cgroupDriver || 'cgroupfs',
    cpuManagerPolicy: raw.cpuManagerPolicy || 'none',
    cpuManagerReconcilePeriod: raw.cpuManagerReconcilePeriod || 10n * second,
    memoryManagerPolicy: raw.memoryManagerPolicy || 'None',
    topologyManagerPolicy: raw.topologyManagerPolicy || 'none',
    topologyManagerScope: raw.topologyManagerScope || 'container',
    runtimeRequestTimeout: raw.runtimeRequestTimeout || 2n * minute,
    hairpinMode: raw.hairpinMode || 'promiscuous-bridge',
    maxPods: raw.maxPods || 110,
    podPidsLimit: raw.podPidsLimit === undefined || raw.podPidsLimit < 0n ? -1n : raw.podPidsLimit,
    resolvConf: raw.resolvConf ?? '/etc/resolv.conf',
    cpuCFSQuota: raw.cpuCFSQuota ?? true,
    cpuCFSQuotaPeriod: raw.cpuCFSQuotaPeriod ?? second / 10n,
    nodeStatusMaxImages: raw.nodeStatusMaxImages ?? 50,
    maxOpenFiles: raw.maxOpenFiles || 1_000_000n,
    contentType: raw.contentType || 'application/vnd.kubernetes.protobuf',
    kubeAPIQPS: raw.kubeAPIQPS ?? 50,
    kubeAPIBurst: raw.kubeAPIBurst || 100,
    serializeImagePulls: raw.serializeImagePulls ?? (raw.maxParallelImagePulls ?? 0) < 2,
    evictionPressureTransitionPeriod: raw.evictionPressureTransitionPeriod || 5n * minute,
    mergeDefaultEvictionSettings: raw.mergeDefaultEvictionSettings ?? false,
    enableControllerAttachDetach: raw.enableControllerAttachDetach ?? true,
    makeIPTablesUtilChains: raw.makeIPTablesUtilChains ?? true,
    iptablesMasqueradeBit: raw.iptablesMasqueradeBit ?? 14,
    iptablesDropBit: raw.iptablesDropBit ?? 15,
    failSwapOn: raw.failSwapOn ?? true,
    containerLogMaxSize: raw.containerLogMaxSize || '10Mi',
    containerLogMaxFiles: raw.containerLogMaxFiles ?? 5,
    containerLogMaxWorkers: raw.containerLogMaxWorkers ?? 1,
    containerLogMonitorInterval: raw.containerLogMonitorInterval ?? 10n * second,
    configMapAndSecretChangeDetectionStrategy: raw.configMapAndSecretChangeDetectionStrategy || 'Watch',
    enforceNodeAllocatable: raw.enforceNodeAllocatable ?? ['pods'],
    volumePluginDir: raw.volumePluginDir || '/usr/libexec/kubernetes/kubelet-plugins/volume/exec/',
    logging: {
      ...logging,
      format: logging.format || 'text',
      flushFrequency: logging.flushFrequency || 5n * second,
    },
    enableSystemLogHandler: raw.enableSystemLogHandler ?? true,
    enableSystemLogQuery: raw.enableSystemLogQuery ?? false,
    enableProfilingHandler: raw.enableProfilingHandler ?? true,
    enableDebugFlagsHandler: raw.enableDebugFlagsHandler ?? true,
    seccompDefault: raw.seccompDefault ?? false,
    failCgroupV1: raw.failCgroupV1 ?? true,
    memoryThrottlingFactor: raw.memoryThrottlingFactor ?? 0.9,
    registerNode: raw.registerNode ?? true,
    localStorageCapacityIsolation: raw.localStorageCapacityIsolation ?? true,
    containerRuntimeEndpoint: raw.containerRuntimeEndpoint || 'unix:///run/containerd/containerd.sock',
    podLogsDir: raw.podLogsDir || '/var/log/pods',
    crashLoopBackOff: {
      maxContainerRestartPeriod:
        raw.crashLoopBackOff.maxContainerRestartPeriod ??
        (gates.isOn('KubeletCrashLoopBackOffMax') ? 5n * minute : undefined),
    },
    imagePullCredentialsVerificationPolicy:
      raw.imagePullCredentialsVerificationPolicy ||
      (gates.isOn('KubeletEnsureSecretPulledImages') ? 'NeverVerifyPreloadedImages' : ''),
  }
}
