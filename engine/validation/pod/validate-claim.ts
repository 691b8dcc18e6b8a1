import {
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  notSupported,
  required,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath, keyed } from '../kubernetes/field-path.ts'
import { labelSelectorErrors } from '../kubernetes/label-selector.ts'
import { labelErrors, subdomainErrors } from '../kubernetes/names.ts'
import { annotationsErrors, labelsErrors } from '../kubernetes/object-meta.ts'
import type { DecodedVolume } from './decoded.ts'

type Template = NonNullable<NonNullable<DecodedVolume['ephemeral']>['volumeClaimTemplate']>

/** Fields of metadata that a template may not have. */
const unwanted = [
  ...(['name', 'generateName', 'namespace', 'selfLink', 'uid', 'resourceVersion', 'generation'] as const),
  ...(['deletionTimestamp', 'deletionGracePeriodSeconds', 'ownerReferences', 'finalizers'] as const),
] as const

const modes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

/** What validation says of the claim that is made for a volume of a Pod: only labels and annotations of its metadata count. */
export function templateErrors({ metadata, spec }: Template, at: FieldPath): readonly FieldError[] {
  const [ofMeta, ofSpec] = [child(at, 'metadata'), child(at, 'spec')]
  const { accessModes, selector, resources, storageClassName, volumeMode } = spec
  const ofModes = child(ofSpec, 'accessModes')
  const ofStorage = keyed(child(ofSpec, 'resources'), 'storage')
  const storage = resources.requests.get('storage')
  const known = accessModes.filter(mode => modes.includes(mode))
  const isAlone = !known.includes('ReadWriteOncePod') || known.every(mode => mode === 'ReadWriteOncePod')
  const className = storageClassName || undefined
  return [
    ...annotationsErrors(metadata.annotations, child(ofMeta, 'annotations')),
    ...labelsErrors(metadata.labels, child(ofMeta, 'labels')),
    ...unwanted.flatMap(field => {
      const value = metadata[field]
      const isSet = Array.isArray(value) ? value.length > 0 : value !== '' && value !== 0n && value !== undefined
      return isSet ? [forbidden(child(ofMeta, field), 'cannot be set')] : []
    }),
    ...(accessModes.length === 0 ? [required(ofModes, 'at least 1 access mode is required')] : []),
    ...(selector ? labelSelectorErrors(selector, child(ofSpec, 'selector')) : []),
    ...accessModes.flatMap(mode => (modes.includes(mode) ? [] : [notSupported(ofModes, inJson(mode), modes)])),
    ...(isAlone ? [] : [forbidden(ofModes, 'may not use ReadWriteOncePod with other access modes')]),
    ...(storage === undefined ? [required(ofStorage)] : []),
    ...(storage !== undefined && storage.nano <= 0n
      ? [invalid(ofStorage, storage.canonical, 'must be greater than zero')]
      : []),
    ...(className === undefined ? [] : every(child(ofSpec, 'storageClassName'), className, subdomainErrors(className))),
    ...(volumeMode === undefined || volumeMode === 'Block' || volumeMode === 'Filesystem'
      ? []
      : [notSupported(child(ofSpec, 'volumeMode'), inJson(volumeMode), ['Block', 'Filesystem'])]),
    ...contentErrors(spec, ofSpec),
  ]
}

/** What the claim is to be filled with, which two fields tell; the newer one may name another namespace. */
function contentErrors({ dataSource, dataSourceRef }: Template['spec'], at: FieldPath): readonly FieldError[] {
  const errors: FieldError[] = []
  if (dataSource) errors.push(...sourceErrors(dataSource, child(at, 'dataSource')))
  const ofReference = child(at, 'dataSourceRef')
  if (dataSourceRef) errors.push(...sourceErrors(dataSourceRef, ofReference))
  const within = dataSourceRef?.namespace ?? ''
  if (within !== '') errors.push(...every(child(ofReference, 'namespace'), within, labelErrors(within)))
  if (!dataSource || !dataSourceRef) return errors
  const isSame = (['apiGroup', 'kind', 'name'] as const).every(field => dataSource[field] === dataSourceRef[field])
  // The place that is meant is printed where the value should be.
  if (within !== '')
    errors.push(invalid(at, inJson({}), 'may not be specified when dataSourceRef.namespace is specified'))
  else if (!isSame) errors.push(invalid(at, inJson({}), 'must match dataSourceRef'))
  return errors
}

type Source = Pick<NonNullable<Template['spec']['dataSource']>, 'apiGroup' | 'kind' | 'name'>

function sourceErrors({ apiGroup = '', kind, name }: Source, at: FieldPath): readonly FieldError[] {
  const only = "must be 'PersistentVolumeClaim' when referencing the default apiGroup"
  return [
    ...(name === '' ? [required(child(at, 'name'))] : []),
    ...(kind === '' ? [required(child(at, 'kind'))] : []),
    ...(apiGroup === '' && kind !== 'PersistentVolumeClaim' ? [invalid(at, kind, only)] : []),
    ...(apiGroup === '' ? [] : every(child(at, 'apiGroup'), apiGroup, subdomainErrors(apiGroup))),
  ]
}
