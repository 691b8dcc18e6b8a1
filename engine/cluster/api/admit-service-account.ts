import { volume } from '../../validation/kubernetes/core/volume-type.ts'
import type { DecodedContainer, DecodedPod, DecodedProjection, DecodedVolume } from '../../validation/pod/decoded.ts'
import { isMirror, mirrorRefusal } from './mirror-pod.ts'
import type { ServiceAccount } from './store.ts'

const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount'

/**
 * What the plugin ServiceAccount makes of a Pod: its account must be there, and its token is mounted unless the Pod, or else
 * the account, says no; a mirror of a static Pod gets nothing. `suffix` are the five letters that the volume’s name ends in.
 */
export function admitServiceAccount(
  pod: DecodedPod,
  namespace: string,
  accounts: ReadonlyMap<string, ServiceAccount>,
  suffix: string,
): { readonly pod: DecodedPod } | { readonly forbidden: string } {
  const { spec } = pod
  if (isMirror(pod)) {
    const refused = mirrorRefusal(pod)
    return refused === undefined ? { pod } : { forbidden: refused }
  }
  const name = spec.serviceAccountName || 'default'
  const account = accounts.get(name)
  if (!account)
    return { forbidden: `error looking up service account ${namespace}/${name}: serviceaccount "${name}" not found` }
  const named = {
    ...spec,
    serviceAccountName: name,
    serviceAccount: name,
    imagePullSecrets:
      spec.imagePullSecrets.length > 0 ? spec.imagePullSecrets : account.imagePullSecrets.map(it => ({ name: it })),
  }
  const mounts = spec.automountServiceAccountToken ?? account.automountToken ?? true
  return { pod: { ...pod, spec: mounts ? withToken(named, suffix) : named } }
}

function withToken(spec: DecodedPod['spec'], suffix: string): DecodedPod['spec'] {
  const own = spec.volumes.find(({ name }) => name.startsWith('kube-api-access-'))
  const name = own?.name ?? `kube-api-access-${suffix}`
  const isMounted = (it: DecodedContainer) => it.volumeMounts.some(mount => mount.mountPath === mountPath)
  const mounted = (it: DecodedContainer) =>
    isMounted(it) ? it : { ...it, volumeMounts: [...it.volumeMounts, { ...mount, name }] }
  const isNeeded = [...spec.containers, ...spec.initContainers].some(it => !isMounted(it))
  return {
    ...spec,
    containers: spec.containers.map(mounted),
    initContainers: spec.initContainers.map(mounted),
    volumes: isNeeded && !own ? [...spec.volumes, { ...tokenVolume, name }] : spec.volumes,
  }
}

const mount: DecodedContainer['volumeMounts'][number] = {
  name: '',
  readOnly: true,
  recursiveReadOnly: undefined,
  mountPath,
  subPath: '',
  mountPropagation: undefined,
  subPathExpr: '',
}

const noProjection: DecodedProjection = {
  secret: undefined,
  downwardAPI: undefined,
  configMap: undefined,
  serviceAccountToken: undefined,
  clusterTrustBundle: undefined,
  podCertificate: undefined,
}
const [certificate, namespaceField] = ['ca.crt', { apiVersion: 'v1', fieldPath: 'metadata.namespace' }]

/** The token, what the API server is known by, and the namespace. */
const tokenVolume: DecodedVolume = {
  ...volume.zero(),
  projected: {
    defaultMode: 420,
    sources: [
      { ...noProjection, serviceAccountToken: { audience: '', expirationSeconds: 3607n, path: 'token' } },
      {
        ...noProjection,
        configMap: {
          name: 'kube-root-ca.crt',
          items: [{ key: certificate, path: certificate, mode: undefined }],
          optional: undefined,
        },
      },
      {
        ...noProjection,
        downwardAPI: {
          items: [{ path: 'namespace', fieldRef: namespaceField, resourceFieldRef: undefined, mode: undefined }],
        },
      },
    ],
  },
}
