import { volume as volumeType } from '../kubernetes/core/volume-type.ts'
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
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedVolume } from './decoded.ts'
import { backstepErrors, modeErrors } from './paths.ts'
import { downwardFileErrors, keyErrors, projectedErrors } from './validate-projected.ts'

type Sources = Omit<DecodedVolume, 'name'>
type Check<K extends keyof Sources> = (source: NonNullable<Sources[K]>, at: FieldPath) => readonly FieldError[]

const needs = (value: string, at: FieldPath) => (value === '' ? [required(at)] : [])

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

/** Sources in the order in which the API server looks for them. Those that are not here have no rules of their own yet. */
const checks: { readonly [K in keyof Sources]?: Check<K> } = {
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
  nfs: ({ server, path }, at) => [
    ...needs(server, child(at, 'server')),
    ...needs(path, child(at, 'path')),
    ...(path.startsWith('/') ? [] : [invalid(child(at, 'path'), path, 'must be an absolute path')]),
  ],
  iscsi: ({ targetPortal, iqn }, at) => [
    ...needs(targetPortal, child(at, 'targetPortal')),
    ...needs(iqn, child(at, 'iqn')),
  ],
  persistentVolumeClaim: ({ claimName }, at) => needs(claimName, child(at, 'claimName')),
  downwardAPI: ({ defaultMode, items }, at) => [
    ...modeErrors(defaultMode, child(at, 'defaultMode')),
    ...items.flatMap(item => downwardFileErrors(item, at)),
  ],
  fc: ({ targetWWNs, wwids }, at) => {
    const words = 'must specify either targetWWNs or wwids, but not both'
    if (targetWWNs.length === 0 && wwids.length === 0) return [required(child(at, 'targetWWNs'), words)]
    const isBoth = targetWWNs.length > 0 && wwids.length > 0
    return isBoth ? [invalid(child(at, 'targetWWNs'), inJson(targetWWNs), words)] : []
  },
  flexVolume: ({ driver }, at) => needs(driver, child(at, 'driver')),
  configMap: ({ name, defaultMode, items }, at) => [
    ...needs(name, child(at, 'name')),
    ...modeErrors(defaultMode, child(at, 'defaultMode')),
    ...items.flatMap((item, index) => keyErrors(item, child(at, 'items', index))),
  ],
  azureFile: ({ secretName, shareName }, at) => [
    ...needs(secretName, child(at, 'secretName')),
    ...needs(shareName, child(at, 'shareName')),
  ],
  projected: projectedErrors,
  csi: ({ driver, nodePublishSecretRef: secret }, at) => {
    const here = child(at, 'driver')
    const named =
      driver === ''
        ? [required(here)]
        : [
            ...(driver.length > 63 ? [tooLong(here, 63)] : []),
            ...every(here, driver, subdomainErrors(driver.toLowerCase())),
          ]
    return [...named, ...(secret ? needs(secret.name, child(at, 'nodePublishSecretRef', 'name')) : [])]
  },
  image: ({ reference }, at) => needs(reference, child(at, 'reference')),
}

const order = Object.keys(checks)

/** All sources, those without rules of their own first. */
const types = Object.keys(volumeType.zero())
  .filter(type => type !== 'name')
  .sort((a, b) => order.indexOf(a) - order.indexOf(b)) as readonly (keyof Sources)[]

/** What validation says of where a volume comes from: exactly one source, and what that one needs. */
export function sourceErrors(volume: DecodedVolume, at: FieldPath): readonly FieldError[] {
  let errors = none
  let isFirst = true
  for (const type of types) {
    const source = volume[type]
    if (source === undefined) continue
    const here = child(at, type)
    const check = checks[type] as ((source: unknown, at: FieldPath) => readonly FieldError[]) | undefined
    if (!isFirst) errors = [...errors, forbidden(here, 'may not specify more than 1 volume type')]
    else if (check) errors = check(source, here)
    isFirst = false
  }
  return errors
}

const none: readonly FieldError[] = []
