import { podSecurityContext } from '../kubernetes/core/container-type.ts'
import type { DecodedPod, DecodedPodContext } from './decoded.ts'
import { defaultContainer } from './default-container.ts'
import { defaultPodResources } from './default-pod-resources.ts'
import { defaultVolume } from './default-volume.ts'

const noContext: DecodedPodContext = podSecurityContext.zero()

/** A Pod with the values that the API server fills in before anything looks at it. */
export function defaultPod(pod: DecodedPod): DecodedPod {
  const { spec } = pod
  const { hostNetwork, resources } = spec
  const containers = spec.containers.map(each => defaultContainer(each, hostNetwork))
  const initContainers = spec.initContainers.map(each => defaultContainer(each, hostNetwork))
  const account = spec.serviceAccountName || spec.serviceAccount
  return {
    ...pod,
    spec: {
      ...spec,
      volumes: spec.volumes.map(defaultVolume),
      containers,
      initContainers,
      ephemeralContainers: spec.ephemeralContainers.map(each => defaultContainer(each, false, true)),
      restartPolicy: spec.restartPolicy || 'Always',
      terminationGracePeriodSeconds: spec.terminationGracePeriodSeconds ?? 30n,
      dnsPolicy: spec.dnsPolicy || 'ClusterFirst',
      // The older name of the field means the same.
      serviceAccountName: account,
      serviceAccount: account,
      securityContext: spec.securityContext ?? noContext,
      schedulerName: spec.schedulerName || 'default-scheduler',
      enableServiceLinks: spec.enableServiceLinks ?? true,
      resources: resources && defaultPodResources(resources, { containers, initContainers }),
    },
  }
}
