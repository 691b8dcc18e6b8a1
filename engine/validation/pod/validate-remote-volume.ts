import { every, type FieldError, inJson, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import { labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedVolume } from './decoded.ts'
import { descendingErrors } from './paths.ts'

type Sources = Omit<DecodedVolume, 'name'>
export type Check<K extends keyof Sources> = (
  source: NonNullable<Sources[K]>,
  at: FieldPath,
  volume: string,
) => readonly FieldError[]

export const needs = (value: string, at: FieldPath) => (value === '' ? [required(at)] : [])
const needsSome = (list: readonly string[], at: FieldPath) => (list.length === 0 ? [required(at)] : [])
const partition = (value: number, at: FieldPath) =>
  value < 0 || value > 255 ? [invalid(child(at, 'partition'), value, 'must be between 1 and 255, inclusive')] : []
export const unit = (lun: number, at: FieldPath) =>
  lun < 0 || lun > 255 ? [invalid(child(at, 'lun'), lun, 'must be between 0 and 255, inclusive')] : []
const named = (reference: { readonly name: string } | undefined, at: FieldPath) =>
  reference?.name === '' ? [required(child(at, 'secretRef', 'name'))] : []

const hostAndPort = 'must be a host:port pair or multiple pairs separated by commas'
const cachingModes = ['None', 'ReadOnly', 'ReadWrite']
const diskKinds = ['Dedicated', 'Managed', 'Shared']
const diskAddresses = {
  Managed: ['/subscriptions/', '{sub-id}/resourcegroups/{group-name}/providers/microsoft.compute/disks/{disk-id}'],
  others: ['https://', '{account-name}.blob.core.windows.net/{container-name}/{disk-name}.vhd'],
} as const

/** What validation asks of volumes that come over the network, by the key of their source. */
export const remoteChecks: { readonly [K in keyof Sources]?: Check<K> } = {
  gitRepo: ({ repository, directory }, at) => [
    ...needs(repository, child(at, 'repository')),
    ...descendingErrors(directory, child(at, 'directory')),
  ],
  gcePersistentDisk: (disk, at) => [...needs(disk.pdName, child(at, 'pdName')), ...partition(disk.partition, at)],
  awsElasticBlockStore: (disk, at) => [
    ...needs(disk.volumeID, child(at, 'volumeID')),
    ...partition(disk.partition, at),
  ],
  nfs: ({ server, path }, at) => [
    ...needs(server, child(at, 'server')),
    ...needs(path, child(at, 'path')),
    ...(path.startsWith('/') ? [] : [invalid(child(at, 'path'), path, 'must be an absolute path')]),
  ],
  iscsi: (source, at, volume) => {
    const { targetPortal, iqn, lun, secretRef, initiatorName, chapAuthDiscovery, chapAuthSession } = source
    const most =
      'Total length of <volume name>:<iscsi.targetPortal> must be under 64 characters if iscsi.initiatorName is specified.'
    const isLong = initiatorName !== undefined && `${volume}:${targetPortal}`.length > 64
    return [
      ...needs(targetPortal, child(at, 'targetPortal')),
      ...(iqn === '' ? [required(child(at, 'iqn'))] : qualifiedErrors(iqn, child(at, 'iqn'))),
      ...unit(lun, at),
      ...((chapAuthDiscovery || chapAuthSession) && !secretRef ? [required(child(at, 'secretRef'))] : []),
      ...(initiatorName === undefined ? [] : qualifiedErrors(initiatorName, child(at, 'initiatorname'))),
      ...(isLong ? [invalid(child(at, 'name'), volume, most)] : []),
    ]
  },
  glusterfs: ({ endpoints, path }, at) => [
    ...needs(endpoints, child(at, 'endpoints')),
    ...needs(path, child(at, 'path')),
  ],
  flocker: ({ datasetName: name, datasetUUID: id }, at) => [
    ...(name === '' && id === '' ? [required(at, 'one of datasetName and datasetUUID is required')] : []),
    ...(name !== '' && id !== ''
      ? [invalid(at, 'resource', 'datasetName and datasetUUID can not be specified simultaneously')]
      : []),
    ...(name.includes('/') ? [invalid(child(at, 'datasetName'), name, "must not contain '/'")] : []),
  ],
  rbd: ({ monitors, image }, at) => [
    ...needsSome(monitors, child(at, 'monitors')),
    ...needs(image, child(at, 'image')),
  ],
  cinder: ({ volumeID, secretRef }, at) => [...needs(volumeID, child(at, 'volumeID')), ...named(secretRef, at)],
  cephfs: ({ monitors }, at) => needsSome(monitors, child(at, 'monitors')),
  quobyte: ({ registry, volume, tenant }, at) => {
    const here = child(at, 'registry')
    const errors: FieldError[] = []
    if (registry === '') errors.push(required(here, hostAndPort))
    else if (tenant.length >= 65)
      errors.push(required(child(at, 'tenant'), 'must be a UUID and may not exceed a length of 64 characters'))
    else
      for (const pair of registry.split(','))
        if (!/^(?:[^:[\]]*|\[[^[\]]*\]):[^:[\]]*$/.test(pair)) errors.push(invalid(here, registry, hostAndPort))
    return [...errors, ...needs(volume, child(at, 'volume'))]
  },
  flexVolume: ({ driver, options }, at) => {
    const isReserved = (key: string) => /(?:^|\.)(?:kubernetes|k8s)\.io(?:\/|$)/i.test(key.split('/')[0] ?? '')
    const words = 'kubernetes.io and k8s.io namespaces are reserved'
    return [
      ...needs(driver, child(at, 'driver')),
      ...[...options.keys()].filter(isReserved).map(key => invalid(keyed(child(at, 'options'), key), key, words)),
    ]
  },
  azureFile: ({ secretName, shareName }, at) => [
    ...needs(secretName, child(at, 'secretName')),
    ...needs(shareName, child(at, 'shareName')),
  ],
  vsphereVolume: ({ volumePath }, at) => needs(volumePath, child(at, 'volumePath')),
  photonPersistentDisk: ({ pdID }, at) => needs(pdID, child(at, 'pdID')),
  portworxVolume: ({ volumeID }, at) => needs(volumeID, child(at, 'volumeID')),
  azureDisk: ({ diskName, diskURI, cachingMode, kind }, at) => {
    const [start, rest] = kind === 'Managed' ? diskAddresses.Managed : diskAddresses.others
    const oneOf = (field: string, value: string | undefined, supported: readonly string[]) =>
      value === undefined || supported.includes(value) ? [] : [notSupported(child(at, field), inJson(value), supported)]
    return [
      ...needs(diskName, child(at, 'diskName')),
      ...needs(diskURI, child(at, 'diskURI')),
      ...oneOf('cachingMode', cachingMode, cachingModes),
      ...oneOf('kind', kind, diskKinds),
      ...(kind === undefined || diskURI.startsWith(start)
        ? []
        : [notSupported(child(at, 'diskURI'), diskURI, [`${start}${rest}`])]),
    ]
  },
  storageos: ({ volumeName, volumeNamespace, secretRef }, at) => [
    ...(volumeName === ''
      ? [required(child(at, 'volumeName'))]
      : every(child(at, 'volumeName'), volumeName, labelErrors(volumeName))),
    ...(volumeNamespace === ''
      ? []
      : every(child(at, 'volumeNamespace'), volumeNamespace, labelErrors(volumeNamespace))),
    ...named(secretRef, at),
  ],
  scaleIO: ({ gateway, system, volumeName }, at) => [
    ...needs(gateway, child(at, 'gateway')),
    ...needs(system, child(at, 'system')),
    ...needs(volumeName, child(at, 'volumeName')),
  ],
}

const qualified: readonly (readonly [start: string, whole: RegExp])[] = [
  ['iqn', /iqn\.\d{4}-\d{2}\.([A-Za-z0-9\-.]+)(:[^,;*&$|\s]+)$/],
  ['eui', /^eui.[A-Za-z0-9]{16}$/],
  ['naa', /^naa.[A-Za-z0-9]{32}$/],
]

/** A name of iSCSI. */
function qualifiedErrors(name: string, at: FieldPath): readonly FieldError[] {
  const [, whole] = qualified.find(([start]) => name.startsWith(start)) ?? []
  if (!whole) return [invalid(at, name, 'must be valid format starting with iqn, eui, or naa')]
  return whole.test(name) ? [] : [invalid(at, name, 'must be valid format')]
}

/** The name of a driver of the container storage interface. */
export function driverErrors(driver: string): readonly string[] {
  return subdomainErrors(driver.toLowerCase())
}
