import { every, type FieldError, invalid, notFound, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { configKeyErrors, labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedContainer, DecodedEnv, DecodedSpec } from './decoded.ts'
import { fieldSelectorErrors } from './field-selector.ts'
import { backstepErrors } from './paths.ts'
import { resourceSelectorErrors } from './resource-selector.ts'

type FileKey = NonNullable<NonNullable<DecodedEnv['valueFrom']>['fileKeyRef']>

const oddName = "a valid environment variable name must consist only of printable ASCII characters other than '='"

export function envErrors(env: DecodedContainer['env'], at: FieldPath): readonly FieldError[] {
  return env.flatMap((variable, index) => {
    const here = child(at, index)
    const { name } = variable
    const named = name === '' ? [required(child(here, 'name'))] : every(child(here, 'name'), name, nameErrors(name))
    return [...named, ...sourceErrors(variable, child(here, 'valueFrom'))]
  })
}

function nameErrors(name: string): readonly string[] {
  return /^[ -<>-~]+$/.test(name) ? [] : [oddName]
}

function sourceErrors({ value, valueFrom }: DecodedEnv, at: FieldPath) {
  if (!valueFrom) return []
  const { fieldRef, resourceFieldRef, configMapKeyRef, secretKeyRef, fileKeyRef } = valueFrom
  const count = Object.values(valueFrom).filter(it => it !== undefined).length
  const errors: FieldError[] = []
  if (fieldRef) errors.push(...fieldSelectorErrors(fieldRef, 'env', child(at, 'fieldRef')))
  if (resourceFieldRef) errors.push(...resourceSelectorErrors(resourceFieldRef, 'env', child(at, 'resourceFieldRef')))
  for (const [type, selector] of [
    ['configMapKeyRef', configMapKeyRef] as const,
    ['secretKeyRef', secretKeyRef] as const,
  ]) {
    if (!selector) continue
    const key = child(at, type, 'key')
    errors.push(...every(child(at, type, 'name'), selector.name, subdomainErrors(selector.name)))
    errors.push(...(selector.key === '' ? [required(key)] : every(key, selector.key, configKeyErrors(selector.key))))
  }
  if (fileKeyRef) errors.push(...fileErrors(fileKeyRef, child(at, 'fileKeyRef')))
  if (count === 0) {
    const all = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
    errors.push(invalid(at, '', `must specify one of: ${all}`))
  } else if (value !== '') errors.push(invalid(at, '', 'may not be specified when `value` is not empty'))
  else if (count > 1) errors.push(invalid(at, '', 'may not have more than one field specified at a time'))
  return errors
}

function fileErrors({ key, volumeName, path }: FileKey, at: FieldPath): readonly FieldError[] {
  const [ofKey, ofVolume, ofPath] = [child(at, 'key'), child(at, 'volumeName'), child(at, 'path')]
  return [
    ...(key === '' ? [required(ofKey)] : every(ofKey, key, nameErrors(key))),
    ...(volumeName === '' ? [required(ofVolume)] : every(ofVolume, volumeName, labelErrors(volumeName))),
    ...(path === '' ? [required(ofPath)] : backstepErrors(path, ofPath)),
  ]
}

/** A file that a variable is read from lies in a volume of the Pod, and in one that its containers fill. */
export function fileKeyErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const volumes = new Map(spec.volumes.map(volume => [volume.name, volume]))
  return (['initContainers', 'containers', 'ephemeralContainers'] as const).flatMap(list =>
    spec[list].flatMap(({ env }, i) =>
      env.flatMap(({ valueFrom }, j) => {
        const name = valueFrom?.fileKeyRef?.volumeName
        if (name === undefined) return []
        const here = child(at, list, i, 'env', j, 'valueFrom', 'fileKeyRef', 'volumeName')
        const volume = volumes.get(name)
        if (!volume) return [notFound(here, name)]
        return volume.emptyDir ? [] : [invalid(here, name, 'referenced volume must be of type emptyDir')]
      }),
    ),
  )
}

export function envFromErrors(sources: DecodedContainer['envFrom'], at: FieldPath): readonly FieldError[] {
  return sources.flatMap(({ prefix, configMapRef, secretRef }, index) => {
    const here = child(at, index)
    const errors = prefix === '' ? [] : [...every(child(here, 'prefix'), prefix, nameErrors(prefix))]
    for (const [type, object] of [['configMapRef', configMapRef] as const, ['secretRef', secretRef] as const]) {
      if (!object) continue
      const named = child(here, type, 'name')
      errors.push(...(object.name === '' ? [required(named)] : every(named, object.name, subdomainErrors(object.name))))
    }
    if (!configMapRef && !secretRef) errors.push(invalid(at, '', 'must specify one of: `configMapRef` or `secretRef`'))
    else if (configMapRef && secretRef)
      errors.push(invalid(at, '', 'may not have more than one field specified at a time'))
    return errors
  })
}
