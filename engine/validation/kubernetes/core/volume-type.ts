import { bool, embedded, int32, int64, list, pointer, struct, text } from '../decode-types.ts'
import { quantity, resourceList } from '../decode-values.ts'
import { labelSelector } from '../label-selector-type.ts'
import { objectMeta } from '../metadata-type.ts'
import {
  fieldSelector,
  localReference,
  ofLocalReference,
  resourceSelector,
  stringMap,
  typedReference,
} from './container-type.ts'

const keyToPath = struct('v1.KeyToPath', { key: text(), path: text(), mode: pointer(int32) })
const items = list(keyToPath)

const downwardFile = struct('v1.DownwardAPIVolumeFile', {
  path: text(),
  fieldRef: pointer(fieldSelector),
  resourceFieldRef: pointer(resourceSelector),
  mode: pointer(int32),
})

const projection = struct('v1.VolumeProjection', {
  secret: pointer(struct('v1.SecretProjection', { ...ofLocalReference, items, optional: pointer(bool) })),
  downwardAPI: pointer(struct('v1.DownwardAPIProjection', { items: list(downwardFile) })),
  configMap: pointer(struct('v1.ConfigMapProjection', { ...ofLocalReference, items, optional: pointer(bool) })),
  serviceAccountToken: pointer(
    struct('v1.ServiceAccountTokenProjection', { audience: text(), expirationSeconds: pointer(int64), path: text() }),
  ),
  clusterTrustBundle: pointer(
    struct('v1.ClusterTrustBundleProjection', {
      name: pointer(text()),
      signerName: pointer(text()),
      labelSelector: pointer(labelSelector),
      optional: pointer(bool),
      path: text(),
    }),
  ),
  podCertificate: pointer(
    struct('v1.PodCertificateProjection', {
      signerName: text(),
      keyType: text(),
      maxExpirationSeconds: pointer(int32),
      credentialBundlePath: text(),
      keyPath: text(),
      certificateChainPath: text(),
      userAnnotations: stringMap,
    }),
  ),
})

const claimSpec = struct('v1.PersistentVolumeClaimSpec', {
  accessModes: list(text('v1.PersistentVolumeAccessMode')),
  selector: pointer(labelSelector),
  resources: struct('v1.VolumeResourceRequirements', { limits: resourceList, requests: resourceList }),
  volumeName: text(),
  storageClassName: pointer(text()),
  volumeMode: pointer(text('v1.PersistentVolumeMode')),
  dataSource: pointer(typedReference),
  dataSourceRef: pointer(
    struct('v1.TypedObjectReference', {
      apiGroup: pointer(text()),
      kind: text(),
      name: text(),
      namespace: pointer(text()),
    }),
  ),
  volumeAttributesClassName: pointer(text()),
})

const sources = {
  hostPath: pointer(struct('v1.HostPathVolumeSource', { path: text(), type: pointer(text('v1.HostPathType')) })),
  emptyDir: pointer(
    struct('v1.EmptyDirVolumeSource', { medium: text('v1.StorageMedium'), sizeLimit: pointer(quantity) }),
  ),
  gcePersistentDisk: pointer(
    struct('v1.GCEPersistentDiskVolumeSource', { pdName: text(), fsType: text(), partition: int32, readOnly: bool }),
  ),
  awsElasticBlockStore: pointer(
    struct('v1.AWSElasticBlockStoreVolumeSource', {
      ...{ volumeID: text(), fsType: text(), partition: int32, readOnly: bool },
    }),
  ),
  gitRepo: pointer(struct('v1.GitRepoVolumeSource', { repository: text(), revision: text(), directory: text() })),
  secret: pointer(
    struct('v1.SecretVolumeSource', {
      ...{ secretName: text(), items, defaultMode: pointer(int32), optional: pointer(bool) },
    }),
  ),
  nfs: pointer(struct('v1.NFSVolumeSource', { server: text(), path: text(), readOnly: bool })),
  iscsi: pointer(
    struct('v1.ISCSIVolumeSource', {
      ...{ targetPortal: text(), iqn: text(), lun: int32, iscsiInterface: text(), fsType: text(), readOnly: bool },
      ...{ portals: list(text()), chapAuthDiscovery: bool, chapAuthSession: bool },
      ...{ secretRef: pointer(localReference), initiatorName: pointer(text()) },
    }),
  ),
  glusterfs: pointer(struct('v1.GlusterfsVolumeSource', { endpoints: text(), path: text(), readOnly: bool })),
  persistentVolumeClaim: pointer(struct('v1.PersistentVolumeClaimVolumeSource', { claimName: text(), readOnly: bool })),
  rbd: pointer(
    struct('v1.RBDVolumeSource', {
      ...{ monitors: list(text()), image: text(), fsType: text(), pool: text(), user: text(), keyring: text() },
      ...{ secretRef: pointer(localReference), readOnly: bool },
    }),
  ),
  flexVolume: pointer(
    struct('v1.FlexVolumeSource', {
      ...{ driver: text(), fsType: text(), secretRef: pointer(localReference), readOnly: bool, options: stringMap },
    }),
  ),
  cinder: pointer(
    struct('v1.CinderVolumeSource', {
      ...{ volumeID: text(), fsType: text(), readOnly: bool, secretRef: pointer(localReference) },
    }),
  ),
  cephfs: pointer(
    struct('v1.CephFSVolumeSource', {
      ...{ monitors: list(text()), path: text(), user: text(), secretFile: text() },
      ...{ secretRef: pointer(localReference), readOnly: bool },
    }),
  ),
  flocker: pointer(struct('v1.FlockerVolumeSource', { datasetName: text(), datasetUUID: text() })),
  downwardAPI: pointer(
    struct('v1.DownwardAPIVolumeSource', { items: list(downwardFile), defaultMode: pointer(int32) }),
  ),
  fc: pointer(
    struct('v1.FCVolumeSource', {
      ...{ targetWWNs: list(text()), lun: pointer(int32), fsType: text(), readOnly: bool, wwids: list(text()) },
    }),
  ),
  azureFile: pointer(struct('v1.AzureFileVolumeSource', { secretName: text(), shareName: text(), readOnly: bool })),
  configMap: pointer(
    struct('v1.ConfigMapVolumeSource', {
      ...{ ...ofLocalReference, items, defaultMode: pointer(int32), optional: pointer(bool) },
    }),
  ),
  vsphereVolume: pointer(
    struct('v1.VsphereVirtualDiskVolumeSource', {
      ...{ volumePath: text(), fsType: text(), storagePolicyName: text(), storagePolicyID: text() },
    }),
  ),
  quobyte: pointer(
    struct('v1.QuobyteVolumeSource', {
      ...{ registry: text(), volume: text(), readOnly: bool, user: text(), group: text(), tenant: text() },
    }),
  ),
  azureDisk: pointer(
    struct('v1.AzureDiskVolumeSource', {
      ...{ diskName: text(), diskURI: text(), cachingMode: pointer(text('v1.AzureDataDiskCachingMode')) },
      ...{ fsType: pointer(text()), readOnly: pointer(bool), kind: pointer(text('v1.AzureDataDiskKind')) },
    }),
  ),
  photonPersistentDisk: pointer(struct('v1.PhotonPersistentDiskVolumeSource', { pdID: text(), fsType: text() })),
  projected: pointer(struct('v1.ProjectedVolumeSource', { sources: list(projection), defaultMode: pointer(int32) })),
  portworxVolume: pointer(struct('v1.PortworxVolumeSource', { volumeID: text(), fsType: text(), readOnly: bool })),
  scaleIO: pointer(
    struct('v1.ScaleIOVolumeSource', {
      ...{ gateway: text(), system: text(), secretRef: pointer(localReference), sslEnabled: bool },
      ...{ protectionDomain: text(), storagePool: text(), storageMode: text(), volumeName: text() },
      ...{ fsType: text(), readOnly: bool },
    }),
  ),
  storageos: pointer(
    struct('v1.StorageOSVolumeSource', {
      ...{ volumeName: text(), volumeNamespace: text(), fsType: text(), readOnly: bool },
      secretRef: pointer(localReference),
    }),
  ),
  csi: pointer(
    struct('v1.CSIVolumeSource', {
      ...{ driver: text(), readOnly: pointer(bool), fsType: pointer(text()), volumeAttributes: stringMap },
      nodePublishSecretRef: pointer(localReference),
    }),
  ),
  ephemeral: pointer(
    struct('v1.EphemeralVolumeSource', {
      volumeClaimTemplate: pointer(
        struct('v1.PersistentVolumeClaimTemplate', { metadata: objectMeta, spec: claimSpec }),
      ),
    }),
  ),
  image: pointer(struct('v1.ImageVolumeSource', { reference: text(), pullPolicy: text('v1.PullPolicy') })),
}

export const volume = struct('v1.Volume', { name: text(), ...embedded('VolumeSource', sources) })
