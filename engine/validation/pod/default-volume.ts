import type { DecodedProjection, DecodedVolume } from './decoded.ts'
import { pullPolicy } from './default-container.ts'

/** 0644 */
const readable = 420

type Sources = Omit<DecodedVolume, 'name'>
type Defaulted = { readonly [K in keyof Sources]?: (source: NonNullable<Sources[K]>) => NonNullable<Sources[K]> }

/** What is filled in of the source that a volume has. */
const defaults: Defaulted = {
  secret: secret => ({ ...secret, defaultMode: secret.defaultMode ?? readable }),
  configMap: configMap => ({ ...configMap, defaultMode: configMap.defaultMode ?? readable }),
  downwardAPI: downwardAPI => ({
    ...downwardAPI,
    items: downwardAPI.items.map(withVersion),
    defaultMode: downwardAPI.defaultMode ?? readable,
  }),
  projected: projected => ({
    ...projected,
    sources: projected.sources.map(defaultProjection),
    defaultMode: projected.defaultMode ?? readable,
  }),
  hostPath: hostPath => ({ ...hostPath, type: hostPath.type ?? '' }),
  iscsi: iscsi => ({ ...iscsi, iscsiInterface: iscsi.iscsiInterface || 'default' }),
  image: image => ({ ...image, pullPolicy: image.pullPolicy || pullPolicy(image.reference) }),
  rbd: rbd => ({
    ...rbd,
    pool: rbd.pool || 'rbd',
    user: rbd.user || 'admin',
    keyring: rbd.keyring || '/etc/ceph/keyring',
  }),
  azureDisk: azureDisk => ({
    ...azureDisk,
    cachingMode: azureDisk.cachingMode ?? 'ReadWrite',
    kind: azureDisk.kind ?? 'Shared',
    fsType: azureDisk.fsType ?? 'ext4',
    readOnly: azureDisk.readOnly ?? false,
  }),
  scaleIO: scaleIO => ({
    ...scaleIO,
    storageMode: scaleIO.storageMode || 'ThinProvisioned',
    fsType: scaleIO.fsType || 'xfs',
  }),
  ephemeral: ({ volumeClaimTemplate: template }) => ({
    volumeClaimTemplate: template && {
      ...template,
      spec: { ...template.spec, volumeMode: template.spec.volumeMode ?? 'Filesystem' },
    },
  }),
}

/** A volume with what the API server fills in; one that names no source is an empty folder. */
export function defaultVolume(given: DecodedVolume): DecodedVolume {
  let volume = given
  let isBare = true
  for (const key in given) {
    const source = given[key as keyof DecodedVolume]
    if (key === 'name' || source === undefined) continue
    isBare = false
    const fill = defaults[key as keyof Sources] as ((source: unknown) => unknown) | undefined
    if (fill) volume = { ...volume, [key]: fill(source) }
  }
  return isBare ? { ...given, emptyDir: { medium: '', sizeLimit: undefined } } : volume
}

type Files = NonNullable<DecodedVolume['downwardAPI']>['items']

function withVersion(file: Files[number]): Files[number] {
  const { fieldRef } = file
  return fieldRef?.apiVersion === '' ? { ...file, fieldRef: { ...fieldRef, apiVersion: 'v1' } } : file
}

function defaultProjection(given: DecodedProjection): DecodedProjection {
  const { serviceAccountToken: token, downwardAPI } = given
  return {
    ...given,
    serviceAccountToken: token && { ...token, expirationSeconds: token.expirationSeconds ?? 3600n },
    downwardAPI: downwardAPI && { ...downwardAPI, items: downwardAPI.items.map(withVersion) },
    // Their feature gates are off.
    clusterTrustBundle: undefined,
    podCertificate: undefined,
  }
}
