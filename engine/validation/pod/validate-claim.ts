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
import { subdomainErrors } from '../kubernetes/names.ts'
import { annotationsErrors, labelsErrors } from '../kubernetes/object-meta.ts'
import type { DecodedVolume } from './decoded.ts'

type Template = NonNullable<NonNullable<DecodedVolume['ephemeral']>['volumeClaimTemplate']>

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
    ...(['name', 'generateName', 'namespace'] as const).flatMap(field =>
      metadata[field] === '' ? [] : [forbidden(child(ofMeta, field), 'cannot be set')],
    ),
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
  ]
}
