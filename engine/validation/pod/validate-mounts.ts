import {
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notFound,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedContainer, DecodedVolume } from './decoded.ts'
import { descendingErrors } from './paths.ts'

export type Volumes = ReadonlyMap<string, DecodedVolume>
type Mount = DecodedContainer['volumeMounts'][number]

const propagations = ['Bidirectional', 'HostToContainer', 'None']
const recursions = ['Disabled', 'Enabled', 'IfPossible']

export function mountErrors(container: DecodedContainer, volumes: Volumes, at: FieldPath): readonly FieldError[] {
  const seen = new Set<string>()
  const devices = new Map(container.volumeDevices.map(({ name, devicePath }) => [name, devicePath]))
  return container.volumeMounts.flatMap((mount, index) => {
    const { name, mountPath, subPath, subPathExpr } = mount
    const here = child(at, index)
    const errors: FieldError[] = []
    if (name === '') errors.push(required(child(here, 'name')))
    if (!volumes.has(name)) errors.push(notFound(child(here, 'name'), name))
    if (mountPath === '') errors.push(required(child(here, 'mountPath')))
    if (seen.has(mountPath)) errors.push(invalid(child(here, 'mountPath'), mountPath, 'must be unique'))
    seen.add(mountPath)
    const also = 'in volumeDevices'
    if (devices.has(name)) errors.push(invalid(child(here, 'name'), name, `must not already exist ${also}`))
    if ([...devices.values()].includes(mountPath))
      errors.push(invalid(child(here, 'mountPath'), mountPath, `must not already exist as a path ${also}`))
    if (subPath !== '') errors.push(...descendingErrors(subPath, child(at, 'subPath')))
    if (subPathExpr !== '') {
      const both = 'subPathExpr and subPath are mutually exclusive'
      if (subPath !== '') errors.push(invalid(child(here, 'subPathExpr'), subPathExpr, both))
      errors.push(...descendingErrors(subPathExpr, child(at, 'subPathExpr')))
    }
    return [...errors, ...propagationErrors(mount, container, at), ...recursionErrors(mount, at)]
  })
}

function propagationErrors({ mountPropagation }: Mount, { securityContext }: DecodedContainer, list: FieldPath) {
  if (mountPropagation === undefined) return []
  const at = child(list, 'mountPropagation')
  if (!propagations.includes(mountPropagation)) return [notSupported(at, inJson(mountPropagation), propagations)]
  const isPlain = mountPropagation !== 'Bidirectional' || securityContext?.privileged === true
  return isPlain ? [] : [forbidden(at, 'Bidirectional mount propagation is available only to privileged containers')]
}

function recursionErrors({ recursiveReadOnly, readOnly, mountPropagation }: Mount, list: FieldPath) {
  if (recursiveReadOnly === undefined || recursiveReadOnly === 'Disabled') return []
  const at = child(list, 'recursiveReadOnly')
  if (!recursions.includes(recursiveReadOnly)) return [notSupported(at, inJson(recursiveReadOnly), recursions)]
  const spreads = mountPropagation !== undefined && mountPropagation !== 'None'
  return [
    ...(readOnly ? [] : [forbidden(at, 'may only be specified when readOnly is true')]),
    ...(spreads ? [forbidden(at, 'may only be specified when mountPropagation is None or not specified')] : []),
  ]
}

export function deviceErrors(container: DecodedContainer, volumes: Volumes, at: FieldPath): readonly FieldError[] {
  const [names, paths] = [new Set<string>(), new Set<string>()]
  const mounts = new Map(container.volumeMounts.map(({ name, mountPath }) => [name, mountPath]))
  return container.volumeDevices.flatMap(({ name, devicePath }, index) => {
    const [ofName, ofPath] = [child(at, index, 'name'), child(at, index, 'devicePath')]
    const volume = volumes.get(name)
    const errors: FieldError[] = []
    if (name === '') errors.push(required(ofName))
    if (names.has(name)) errors.push(invalid(ofName, name, 'must be unique'))
    const wanted = 'can only use volume source type of PersistentVolumeClaim or Ephemeral for block mode'
    if (!volume) errors.push(notFound(ofName, name))
    else if (!volume.persistentVolumeClaim && !volume.ephemeral) errors.push(invalid(ofName, name, wanted))
    if (devicePath === '') errors.push(required(ofPath))
    if (paths.has(devicePath)) errors.push(invalid(ofPath, devicePath, 'must be unique'))
    if (devicePath.split('/').includes('..'))
      errors.push(invalid(ofPath, devicePath, "can not contain backsteps ('..')"))
    else paths.add(devicePath)
    const also = 'in volumeMounts'
    if (mounts.has(name)) errors.push(invalid(ofName, name, `must not already exist ${also}`))
    if ([...mounts.values()].includes(devicePath))
      errors.push(invalid(ofPath, devicePath, `must not already exist as a path ${also}`))
    if (name !== '') names.add(name)
    return errors
  })
}
