import { every, type FieldError, invalid, notSupported, required } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { qualifiedNameErrors } from '../kubernetes/names.ts'
import type { DecodedEnv } from './decoded.ts'

type FieldSelector = NonNullable<NonNullable<DecodedEnv['valueFrom']>['fieldRef']>

const ofEnv = ['metadata.name', 'metadata.namespace', 'metadata.uid', 'spec.nodeName', 'spec.serviceAccountName']
const ofBoth = {
  env: [...ofEnv, 'status.hostIP', 'status.hostIPs', 'status.podIP', 'status.podIPs'],
  volume: ['metadata.annotations', 'metadata.labels', 'metadata.name', 'metadata.namespace', 'metadata.uid'],
}
const known = [
  ...ofBoth.env,
  ...['metadata.annotations', 'metadata.labels', 'spec.restartPolicy', 'spec.schedulerName', 'status.phase'],
]

/** What validation says of a field of the Pod that its own containers are told. */
export function fieldSelectorErrors(
  { apiVersion, fieldPath }: FieldSelector,
  use: 'env' | 'volume',
  at: FieldPath,
): readonly FieldError[] {
  if (apiVersion === '') return [required(child(at, 'apiVersion'))]
  const here = child(at, 'fieldPath')
  if (fieldPath === '') return [required(here)]
  const bad = (why: string) => [invalid(here, fieldPath, `error converting fieldPath: ${why}`)]
  if (apiVersion !== 'v1') return bad(`unsupported pod version: ${apiVersion}`)
  const [, path = '', subscript] = /^(.*)\['(.*)'\]$/s.exec(fieldPath) ?? []
  if (subscript !== undefined) {
    if (path === 'metadata.annotations')
      return every(at, subscript.toLowerCase(), qualifiedNameErrors(subscript.toLowerCase()))
    if (path === 'metadata.labels') return every(at, subscript, qualifiedNameErrors(subscript))
    return bad(`field label does not support subscript: ${fieldPath}`)
  }
  if (fieldPath !== 'spec.host' && !known.includes(fieldPath)) return bad(`field label not supported: ${fieldPath}`)
  const internal = fieldPath === 'spec.host' ? 'spec.nodeName' : fieldPath
  return ofBoth[use].includes(internal) ? [] : [notSupported(here, internal, ofBoth[use])]
}
