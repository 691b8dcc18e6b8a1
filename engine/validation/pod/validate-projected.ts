import { type FieldError, forbidden, invalid, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import type { DecodedProjection, DecodedVolume } from './decoded.ts'
import { fieldSelectorErrors } from './field-selector.ts'
import { fileErrors, modeErrors } from './paths.ts'
import { resourceSelectorErrors } from './resource-selector.ts'

type Projected = NonNullable<DecodedVolume['projected']>
type KeyToPath = NonNullable<DecodedProjection['secret']>['items'][number]
type DownwardFile = NonNullable<DecodedProjection['downwardAPI']>['items'][number]

/** A key that becomes a file. */
export function keyErrors({ key, path, mode }: KeyToPath, at: FieldPath): readonly FieldError[] {
  return [
    ...(key === '' ? [required(child(at, 'key'))] : []),
    ...(path === '' ? [required(child(at, 'path'))] : []),
    ...fileErrors(path, child(at, 'path')),
    ...modeErrors(mode, child(at, 'mode')),
  ]
}

/** A field of the Pod that becomes a file. Errors stand at the volume. */
export function downwardFileErrors(
  { path, fieldRef, resourceFieldRef, mode }: DownwardFile,
  at: FieldPath,
): readonly FieldError[] {
  const both = 'fieldRef and resourceFieldRef can not be specified simultaneously'
  return [
    ...(path === '' ? [required(child(at, 'path'))] : []),
    ...fileErrors(path, child(at, 'path')),
    ...(fieldRef ? fieldSelectorErrors(fieldRef, 'volume', child(at, 'fieldRef')) : []),
    ...(fieldRef && resourceFieldRef ? [invalid(at, 'resource', both)] : []),
    ...(resourceFieldRef && !fieldRef
      ? resourceSelectorErrors(resourceFieldRef, 'volume', child(at, 'resourceFieldRef'))
      : []),
    ...(fieldRef || resourceFieldRef ? [] : [required(at, 'one of fieldRef and resourceFieldRef is required')]),
    ...modeErrors(mode, child(at, 'mode')),
  ]
}

export function projectedErrors({ defaultMode, sources }: Projected, at: FieldPath): readonly FieldError[] {
  const errors = [...modeErrors(defaultMode, child(at, 'defaultMode'))]
  const paths = new Set<string>()
  const taken = (path: string, shown: string) => {
    if (path === '') return
    if (paths.has(path)) errors.push(invalid(at, shown, 'conflicting duplicate paths'))
    paths.add(path)
  }
  for (const [index, source] of sources.entries()) {
    const { secret, configMap, downwardAPI, serviceAccountToken: token } = source
    const here = child(at, 'sources', index)
    for (const [type, object] of [['secret', secret] as const, ['configMap', configMap] as const]) {
      if (!object) continue
      if (object.name === '') errors.push(required(child(here, type, 'name')))
      for (const [i, item] of object.items.entries()) {
        errors.push(...keyErrors(item, child(here, type, 'items', i)))
        taken(item.path, object.name)
      }
    }
    for (const file of downwardAPI?.items ?? []) {
      errors.push(...downwardFileErrors(file, child(here, 'downwardAPI')))
      taken(file.path, file.path)
    }
    if (token) errors.push(...tokenErrors(token, child(here, 'serviceAccountToken'), at))
    const others = [source.clusterTrustBundle, source.podCertificate]
    const given = [secret, configMap, downwardAPI, token, ...others].filter(it => it !== undefined)
    if (given.length > 1) errors.push(forbidden(here, 'may not specify more than 1 volume type per source'))
  }
  return errors
}

function tokenErrors(
  { expirationSeconds: seconds = 3600n, path }: NonNullable<DecodedProjection['serviceAccountToken']>,
  at: FieldPath,
  ofVolume: FieldPath,
): readonly FieldError[] {
  const here = child(at, 'expirationSeconds')
  return [
    ...(seconds < 600n ? [invalid(here, seconds, 'may not specify a duration less than 10 minutes')] : []),
    ...(seconds > 4294967296n ? [invalid(here, seconds, 'may not specify a duration larger than 2^32 seconds')] : []),
    // The path is printed as if it were the volume’s.
    ...(path === '' ? [required(child(ofVolume, 'path'))] : fileErrors(path, child(ofVolume, 'path'))),
  ]
}
