import type { Path } from '../../yaml/range.ts'
import type { PodCode } from './finding-codes.ts'

const ofContainer: Readonly<Record<string, PodCode>> = {
  ports: 'pod-port',
  env: 'pod-environment',
  envFrom: 'pod-environment',
  resources: 'pod-resources',
  resizePolicy: 'pod-resources',
  livenessProbe: 'pod-probe',
  readinessProbe: 'pod-probe',
  startupProbe: 'pod-probe',
  lifecycle: 'pod-probe',
  volumeMounts: 'pod-mount',
  volumeDevices: 'pod-mount',
  securityContext: 'pod-context',
}

const ofSpec: Readonly<Record<string, PodCode>> = {
  volumes: 'pod-volume',
  securityContext: 'pod-context',
  hostUsers: 'pod-context',
  affinity: 'pod-placement',
  nodeName: 'pod-placement',
  nodeSelector: 'pod-placement',
  overhead: 'pod-placement',
  schedulingGates: 'pod-placement',
  tolerations: 'pod-placement',
  topologySpreadConstraints: 'pod-placement',
  resourceClaims: 'pod-resources',
  resources: 'pod-resources',
  dnsConfig: 'pod-network',
  dnsPolicy: 'pod-network',
  hostAliases: 'pod-network',
  hostname: 'pod-network',
  hostNetwork: 'pod-network',
  subdomain: 'pod-network',
}

const containers = ['containers', 'initContainers', 'ephemeralContainers']

/** What a field of a Pod that is wrong is called. `path` from the Pod’s root. */
export function whatIs([part, field, , ofField]: Path): PodCode {
  if (part === 'metadata') return 'pod-metadata'
  if (containers.includes(String(field))) return ofContainer[String(ofField)] ?? 'pod-container'
  return ofSpec[String(field)] ?? 'pod-setting'
}
