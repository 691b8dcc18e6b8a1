import { anything, bool, int32, int64, list, map, nilable, pointer, struct, text } from '../decode-types.ts'
import { resourceList, time } from '../decode-values.ts'
import { labelSelector } from '../label-selector-type.ts'
import { objectMeta, typeMeta } from '../metadata-type.ts'
import { container, ephemeralContainer, localReference, podSecurityContext, resources } from './container-type.ts'
import { volume } from './volume-type.ts'

const nodeRequirement = struct('v1.NodeSelectorRequirement', {
  key: text(),
  operator: text('v1.NodeSelectorOperator'),
  values: list(text()),
})
const nodeTerm = struct('v1.NodeSelectorTerm', {
  matchExpressions: list(nodeRequirement),
  matchFields: list(nodeRequirement),
})
const podTerm = struct('v1.PodAffinityTerm', {
  labelSelector: pointer(labelSelector),
  namespaces: list(text()),
  topologyKey: text(),
  namespaceSelector: pointer(labelSelector),
  matchLabelKeys: list(text()),
  mismatchLabelKeys: list(text()),
})
const podTerms = {
  requiredDuringSchedulingIgnoredDuringExecution: list(podTerm),
  preferredDuringSchedulingIgnoredDuringExecution: list(
    struct('v1.WeightedPodAffinityTerm', { weight: int32, podAffinityTerm: podTerm }),
  ),
}
const affinity = struct('v1.Affinity', {
  nodeAffinity: pointer(
    struct('v1.NodeAffinity', {
      requiredDuringSchedulingIgnoredDuringExecution: pointer(
        struct('v1.NodeSelector', { nodeSelectorTerms: list(nodeTerm) }),
      ),
      preferredDuringSchedulingIgnoredDuringExecution: list(
        struct('v1.PreferredSchedulingTerm', { weight: int32, preference: nodeTerm }),
      ),
    }),
  ),
  podAffinity: pointer(struct('v1.PodAffinity', podTerms)),
  podAntiAffinity: pointer(struct('v1.PodAntiAffinity', podTerms)),
})

export const toleration = struct('v1.Toleration', {
  key: text(),
  operator: text('v1.TolerationOperator'),
  value: text(),
  effect: text('v1.TaintEffect'),
  tolerationSeconds: pointer(int64),
})

const spread = struct('v1.TopologySpreadConstraint', {
  maxSkew: int32,
  topologyKey: text(),
  whenUnsatisfiable: text('v1.UnsatisfiableConstraintAction'),
  labelSelector: pointer(labelSelector),
  minDomains: pointer(int32),
  nodeAffinityPolicy: pointer(text('v1.NodeInclusionPolicy')),
  nodeTaintsPolicy: pointer(text('v1.NodeInclusionPolicy')),
  matchLabelKeys: list(text()),
})

const dnsConfig = struct('v1.PodDNSConfig', {
  nameservers: list(text()),
  searches: list(text()),
  options: list(struct('v1.PodDNSConfigOption', { name: text(), value: pointer(text()) })),
})

const resourceClaim = struct('v1.PodResourceClaim', {
  name: text(),
  resourceClaimName: pointer(text()),
  resourceClaimTemplateName: pointer(text()),
})

/** `v1.PodSpec`. */
export const podSpec = struct('v1.PodSpec', {
  volumes: list(volume),
  initContainers: list(container),
  containers: list(container),
  ephemeralContainers: list(ephemeralContainer),
  restartPolicy: text('v1.RestartPolicy'),
  terminationGracePeriodSeconds: pointer(int64),
  activeDeadlineSeconds: pointer(int64),
  dnsPolicy: text('v1.DNSPolicy'),
  nodeSelector: map(text()),
  serviceAccountName: text(),
  serviceAccount: text(),
  automountServiceAccountToken: pointer(bool),
  nodeName: text(),
  hostNetwork: bool,
  hostPID: bool,
  hostIPC: bool,
  shareProcessNamespace: pointer(bool),
  securityContext: pointer(podSecurityContext),
  imagePullSecrets: list(localReference),
  hostname: text(),
  subdomain: text(),
  affinity: pointer(affinity),
  schedulerName: text(),
  tolerations: list(toleration),
  hostAliases: list(struct('v1.HostAlias', { ip: text(), hostnames: list(text()) })),
  priorityClassName: text(),
  priority: pointer(int32),
  dnsConfig: pointer(dnsConfig),
  readinessGates: list(struct('v1.PodReadinessGate', { conditionType: text('v1.PodConditionType') })),
  runtimeClassName: pointer(text()),
  enableServiceLinks: pointer(bool),
  preemptionPolicy: pointer(text('v1.PreemptionPolicy')),
  // An empty one is not the same as none.
  overhead: nilable(resourceList),
  topologySpreadConstraints: list(spread),
  setHostnameAsFQDN: pointer(bool),
  os: pointer(struct('v1.PodOS', { name: text('v1.OSName') })),
  hostUsers: pointer(bool),
  schedulingGates: list(struct('v1.PodSchedulingGate', { name: text() })),
  resourceClaims: list(resourceClaim),
  resources: pointer(resources),
  hostnameOverride: pointer(text()),
  workloadRef: pointer(struct('v1.WorkloadReference', { name: text(), podGroup: text(), podGroupReplicaKey: text() })),
})

const containerStatuses = list(anything, '[]v1.ContainerStatus')

/** What the API server sets anew, and decodes all the same: the names of its fields count, and what stands in them. */
const podStatus = struct('v1.PodStatus', {
  observedGeneration: int64,
  phase: text('v1.PodPhase'),
  conditions: list(anything, '[]v1.PodCondition'),
  ...{ message: text(), reason: text(), nominatedNodeName: text(), hostIP: text(), podIP: text() },
  hostIPs: list(anything, '[]v1.HostIP'),
  podIPs: list(anything, '[]v1.PodIP'),
  startTime: pointer(time),
  initContainerStatuses: containerStatuses,
  containerStatuses,
  ephemeralContainerStatuses: containerStatuses,
  qosClass: text('v1.PodQOSClass'),
  resize: text('v1.PodResizeStatus'),
  resourceClaimStatuses: list(anything, '[]v1.PodResourceClaimStatus'),
  extendedResourceClaimStatus: anything,
  allocatedResources: resourceList,
  resources: anything,
})

/** `v1.Pod`. */
export const podType = struct('v1.Pod', { ...typeMeta, metadata: objectMeta, spec: podSpec, status: podStatus })
