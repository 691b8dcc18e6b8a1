import type { DecodedPod } from '../../validation/pod/decoded.ts'

/** A Pod that the kubelet made of a file, as the API server shows it. */
export function isMirror({ metadata }: DecodedPod): boolean {
  return metadata.annotations.has('kubernetes.io/config.mirror')
}

/** Why such a Pod is not taken: it may ask for nothing that only the API server has. */
export function mirrorRefusal(pod: DecodedPod): string | undefined {
  const { spec } = pod
  if (spec.serviceAccountName !== '') return 'a mirror pod may not reference service accounts'
  if (namesSecret(spec)) return 'a mirror pod may not reference secrets'
  const hasToken = spec.volumes.some(({ projected }) => projected?.sources.some(it => it.serviceAccountToken))
  return hasToken ? 'a mirror pod may not use ServiceAccountToken volume projections' : undefined
}

function namesSecret({ imagePullSecrets, volumes, initContainers, containers }: DecodedPod['spec']): boolean {
  const ofContainers = [...initContainers, ...containers].some(
    ({ env, envFrom }) => env.some(it => it.valueFrom?.secretKeyRef) || envFrom.some(it => it.secretRef),
  )
  const ofVolumes = volumes.some(volume => {
    const { secret, projected, azureFile, cephfs, cinder, flexVolume, rbd, scaleIO, iscsi, storageos, csi } = volume
    const references = [cephfs, cinder, flexVolume, rbd, scaleIO, iscsi, storageos].map(it => it?.secretRef)
    return (
      [secret, azureFile, csi?.nodePublishSecretRef, ...references].some(it => it !== undefined) ||
      projected?.sources.some(it => it.secret)
    )
  })
  return ofContainers || ofVolumes || imagePullSecrets.length > 0
}
