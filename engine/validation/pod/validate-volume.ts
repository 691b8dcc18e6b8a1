import {
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
  tooLong,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath, printedAs } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedVolume } from './decoded.ts'
import { backstepErrors, modeErrors } from './paths.ts'
import { templateErrors } from './validate-claim.ts'
import { downwardFileErrors, keyErrors, projectedErrors } from './validate-projected.ts'
import { type Check, driverErrors, needs, remoteChecks, unit } from './validate-remote-volume.ts'

type Sources = Omit<DecodedVolume, 'name'>

const hostPathTypes = [
  '',
  'BlockDevice',
  'CharDevice',
  'Directory',
  'DirectoryOrCreate',
  'File',
  'FileOrCreate',
  'Socket',
]

const checks: { readonly [K in keyof Sources]?: Check<K> } = {
  ...remoteChecks,
  emptyDir: ({ sizeLimit }, at) =>
    sizeLimit && sizeLimit.nano < 0n
      ? [forbidden(child(at, 'sizeLimit'), 'SizeLimit field must be a valid resource quantity')]
      : [],
  hostPath: ({ path, type }, at) => {
    if (path === '') return [required(child(at, 'path'))]
    const isKnown = type === undefined || hostPathTypes.includes(type)
    return [
      ...backstepErrors(path, child(at, 'path')),
      ...(isKnown ? [] : [notSupported(child(at, 'type'), inJson(type), hostPathTypes)]),
    ]
  },
  secret: ({ secretName, defaultMode, items }, at) => [
    ...needs(secretName, child(at, 'secretName')),
    ...modeErrors(defaultMode, child(at, 'defaultMode')),
    ...items.flatMap((item, index) => keyErrors(item, child(at, 'items', index))),
  ],
  persistentVolumeClaim: ({ claimName }, at) => needs(claimName, child(at, 'claimName')),
  downwardAPI: ({ defaultMode, items }, at) => [
    ...modeErrors(defaultMode, child(at, 'defaultMode')),
    ...items.flatMap(item => downwardFileErrors(item, at)),
  ],
  fc: ({ targetWWNs, wwids, lun }, at) => {
    const words = 'must specify either targetWWNs or wwids, but not both'
    const both = 'targetWWNs and wwids can not be specified simultaneously'
    const here = child(at, 'targetWWNs')
    if (targetWWNs.length === 0) return wwids.length === 0 ? [required(here, words)] : []
    return [
      ...(wwids.length > 0 ? [invalid(here, inJson(targetWWNs), both)] : []),
      ...(lun === undefined
        ? [required(child(at, 'lun'), 'lun is required if targetWWNs is specified')]
        : unit(lun, at)),
    ]
  },
  configMap: ({ name, defaultMode, items }, at) => [
    ...needs(name, child(at, 'name')),
    ...modeErrors(defaultMode, child(at, 'defaultMode')),
    ...items.flatMap((item, index) => keyErrors(item, child(at, 'items', index))),
  ],
  projected: projectedErrors,
  csi: ({ driver, nodePublishSecretRef: secret }, at) => {
    const here = child(at, 'driver')
    const ofDriver =
      driver === ''
        ? [required(here)]
        : [...(driver.length > 63 ? [tooLong(here, 63)] : []), ...every(here, driver, driverErrors(driver))]
    const ofSecret = child(at, 'nodePublishSecretRef', 'name')
    if (!secret) return ofDriver
    const wrong = secret.name === '' ? [] : subdomainErrors(secret.name)
    // A wrong name stands at the volume itself.
    return [...ofDriver, ...needs(secret.name, ofSecret), ...every(child(at, 'name'), secret.name, wrong)]
  },
  ephemeral: ({ volumeClaimTemplate: template }, at) =>
    template
      ? templateErrors(template, child(at, 'volumeClaimTemplate'))
      : [required(child(at, 'volumeClaimTemplate'))],
  image: ({ reference, pullPolicy }, at) => [
    ...needs(reference, child(at, 'reference')),
    ...(pullPolicies.includes(pullPolicy)
      ? []
      : [notSupported(child(at, 'pullPolicy'), inJson(pullPolicy), pullPolicies)]),
  ],
}

/** The order in which the API server looks for sources: the first that is there is the one. */
const types = [
  ...(['emptyDir', 'hostPath', 'gitRepo', 'gcePersistentDisk', 'awsElasticBlockStore', 'secret', 'nfs'] as const),
  ...(['iscsi', 'glusterfs', 'flocker', 'persistentVolumeClaim', 'rbd', 'cinder', 'cephfs', 'quobyte'] as const),
  ...(['downwardAPI', 'fc', 'flexVolume', 'configMap', 'azureFile', 'vsphereVolume'] as const),
  ...(['photonPersistentDisk', 'portworxVolume', 'azureDisk', 'storageos', 'projected', 'scaleIO', 'csi'] as const),
  ...(['ephemeral', 'image'] as const),
]

/** A source that is called otherwise in what is wrong with it. */
const calledFirst: Readonly<Partial<Record<(typeof types)[number], string>>> = { gcePersistentDisk: 'persistentDisk' }

/** Sources that are called otherwise where they stand beside another one. */
const again: Readonly<Partial<Record<(typeof types)[number], string>>> = {
  cephfs: 'cephFS',
  downwardAPI: 'downwarAPI',
}

/** What validation says of where a volume comes from: exactly one source, and what that one needs. */
export function sourceErrors(volume: DecodedVolume, at: FieldPath): readonly FieldError[] {
  let errors = none
  let isFirst = true
  for (const type of types) {
    const source = volume[type]
    if (source === undefined) continue
    const here = child(at, type)
    const called = isFirst ? calledFirst[type] : again[type]
    const place = called === undefined ? here : printedAs(here, child(at, called).field)
    const check = checks[type] as
      | ((source: unknown, at: FieldPath, volume: string) => readonly FieldError[])
      | undefined
    if (!isFirst) errors = [...errors, forbidden(place, 'may not specify more than 1 volume type')]
    else if (check) errors = check(source, place, volume.name)
    isFirst = false
  }
  return errors
}

const none: readonly FieldError[] = []
const pullPolicies = ['Always', 'IfNotPresent', 'Never']
