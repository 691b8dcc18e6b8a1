import { anything, bool, int64, list, map, pointer, struct, text } from './decode-types.ts'
import { time } from './decode-values.ts'

/** `metav1.TypeMeta`, spread into the fields of an object. */
export const typeMeta = { apiVersion: text(), kind: text() }

const ownerReference = struct('v1.OwnerReference', {
  apiVersion: text(),
  kind: text(),
  name: text(),
  uid: text('types.UID'),
  controller: pointer(bool),
  blockOwnerDeletion: pointer(bool),
})

const managedFields = struct('v1.ManagedFieldsEntry', {
  manager: text(),
  operation: text('v1.ManagedFieldsOperationType'),
  apiVersion: text(),
  time: pointer(time),
  fieldsType: text(),
  fieldsV1: anything,
  subresource: text(),
})

/** The fields of `metav1.ObjectMeta`, for types that embed them. */
export const objectMetaFields = {
  name: text(),
  generateName: text(),
  namespace: text(),
  selfLink: text(),
  uid: text('types.UID'),
  resourceVersion: text(),
  generation: int64,
  creationTimestamp: time,
  deletionTimestamp: pointer(time),
  deletionGracePeriodSeconds: pointer(int64),
  labels: map(text()),
  annotations: map(text()),
  ownerReferences: list(ownerReference),
  finalizers: list(text()),
  managedFields: list(managedFields),
}

/** `metav1.ObjectMeta`. */
export const objectMeta = struct('v1.ObjectMeta', objectMetaFields)

/** `metav1.ListMeta`. */
export const listMeta = struct('v1.ListMeta', {
  selfLink: text(),
  resourceVersion: text(),
  continue: text(),
  remainingItemCount: pointer(int64),
})
