import { every, type FieldError, invalid, notFound, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { configKeyErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedContainer, DecodedEnv } from './decoded.ts'
import { fieldSelectorErrors } from './field-selector.ts'
import { resourceSelectorErrors } from './resource-selector.ts'

const oddName = "a valid environment variable name must consist only of printable ASCII characters other than '='"

export function envErrors(
  env: DecodedContainer['env'],
  at: FieldPath,
  isVolume: (name: string) => boolean,
): readonly FieldError[] {
  return env.flatMap((variable, index) => {
    const here = child(at, index)
    const { name } = variable
    const named = name === '' ? [required(child(here, 'name'))] : every(child(here, 'name'), name, nameErrors(name))
    return [...named, ...sourceErrors(variable, child(here, 'valueFrom'), isVolume)]
  })
}

function nameErrors(name: string): readonly string[] {
  return /^[ -<>-~]+$/.test(name) ? [] : [oddName]
}

function sourceErrors({ value, valueFrom }: DecodedEnv, at: FieldPath, isVolume: (name: string) => boolean) {
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
  if (fileKeyRef && !isVolume(fileKeyRef.volumeName))
    errors.push(notFound(child(at, 'fileKeyRef', 'volumeName'), fileKeyRef.volumeName))
  if (count === 0) {
    const all = '`fieldRef`, `resourceFieldRef`, `configMapKeyRef`, `secretKeyRef` or `fileKeyRef`'
    errors.push(invalid(at, '', `must specify one of: ${all}`))
  } else if (value !== '') errors.push(invalid(at, '', 'may not be specified when `value` is not empty'))
  else if (count > 1) errors.push(invalid(at, '', 'may not have more than one field specified at a time'))
  return errors
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
