import { bool, int32, int64, list, map, nilable, pointer, struct, text } from '../../kubernetes/decode-types.ts'
import { duration } from '../../kubernetes/decode-values.ts'
import { typeMeta } from '../../kubernetes/metadata-type.ts'

/** Fields of a KubeletConfiguration that a flag sets, or that are looked at with one. */
export const kubeletConfiguration = struct('v1beta1.KubeletConfiguration', {
  ...typeMeta,
  authentication: struct('v1beta1.KubeletAuthentication', {
    anonymous: struct('v1beta1.KubeletAnonymousAuthentication', { enabled: pointer(bool) }),
    webhook: struct('v1beta1.KubeletWebhookAuthentication', { enabled: pointer(bool), cacheTTL: duration }),
    x509: struct('v1beta1.KubeletX509Authentication', { clientCAFile: text() }),
  }),
  authorization: struct('v1beta1.KubeletAuthorization', {
    mode: text('v1beta1.KubeletAuthorizationMode'),
    webhook: struct('v1beta1.KubeletWebhookAuthorization', {
      cacheAuthorizedTTL: duration,
      cacheUnauthorizedTTL: duration,
    }),
  }),
  cgroupRoot: text(),
  cgroupsPerQOS: pointer(bool),
  containerRuntimeEndpoint: text(),
  cpuCFSQuotaPeriod: pointer(duration),
  enforceNodeAllocatable: nilable(list(text())),
  eventBurst: int32,
  eventRecordQPS: pointer(int32),
  featureGates: map(bool),
  hairpinMode: text(),
  healthzPort: pointer(int32),
  imageGCHighThresholdPercent: pointer(int32),
  imageGCLowThresholdPercent: pointer(int32),
  kubeAPIBurst: int32,
  kubeAPIQPS: pointer(int32),
  kubeReservedCgroup: text(),
  maxOpenFiles: int64,
  maxPods: int32,
  nodeStatusMaxImages: pointer(int32),
  oomScoreAdj: pointer(int32),
  podsPerCore: int32,
  port: int32,
  readOnlyPort: int32,
  registryBurst: int32,
  registryPullQPS: pointer(int32),
  reservedSystemCPUs: text(),
  rotateCertificates: bool,
  runOnce: bool,
  serverTLSBootstrap: bool,
  staticPodPath: text(),
  systemCgroups: text(),
  systemReservedCgroup: text(),
  topologyManagerPolicy: text(),
  topologyManagerScope: text(),
})
