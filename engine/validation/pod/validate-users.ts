import { type FieldError, forbidden } from '../kubernetes/field-error.ts'
import { child, type FieldPath, printedAs } from '../kubernetes/field-path.ts'
import type { DecodedSpec } from './decoded.ts'

/** A Pod with users of its own has no namespace in common with its node. */
export function hostUsersErrors(spec: DecodedSpec, at: FieldPath): readonly FieldError[] {
  if (spec.hostUsers !== false) return []
  const words = 'when `hostUsers` is false'
  // Two of the fields are printed as Go calls them.
  return [
    ...(spec.hostNetwork ? [forbidden(child(at, 'hostNetwork'), words)] : []),
    ...(spec.hostPID ? [forbidden(printedAs(child(at, 'hostPID'), 'spec.HostPID'), words)] : []),
    ...(spec.hostIPC ? [forbidden(printedAs(child(at, 'hostIPC'), 'spec.HostIPC'), words)] : []),
  ]
}
