import type { Decoded } from '../../validation/kubernetes/decode.ts'
import type { objectMeta } from '../../validation/kubernetes/metadata-type.ts'
import type { Line } from '../evaluator.ts'
import { filled } from './filled.ts'

/** The metadata that someone wrote as it is stored, in the namespace of the request. */
export function storedMetadata(metadata: Decoded<typeof objectMeta>, namespace: string): Line {
  const { name, generateName, labels, annotations, ownerReferences, finalizers } = metadata
  return filled({ name, generateName, namespace, labels, annotations, ownerReferences, finalizers })
}
