import type { FieldError } from '../kubernetes/field-error.ts'
import { at } from '../kubernetes/field-path.ts'
import { subdomainErrors } from '../kubernetes/names.ts'
import { metadataErrors } from '../kubernetes/object-meta.ts'
import type { DecodedPod } from './decoded.ts'

/** What the API server’s validation (v1.35) says of a Pod that is to be made, in its order. */
export function podErrors({ metadata }: DecodedPod): readonly FieldError[] {
  return metadataErrors(metadata, at('metadata'), { isNamespaced: true, nameErrors: subdomainErrors })
}
