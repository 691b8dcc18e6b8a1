import {
  duplicate,
  every,
  type FieldError,
  forbidden,
  inJson,
  invalid,
  required,
  tooLong,
} from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { labelErrors, qualifiedNameErrors, subdomainErrors } from '../kubernetes/names.ts'
import type { DecodedSpec } from './decoded.ts'

/** What validation says of conditions that a Pod waits for. */
export function gateErrors({ readinessGates, schedulingGates }: DecodedSpec, at: FieldPath): readonly FieldError[] {
  const names = new Set<string>()
  return [
    ...readinessGates.flatMap(({ conditionType }, index) =>
      every(child(at, 'readinessGates', index, 'conditionType'), conditionType, qualifiedNameErrors(conditionType)),
    ),
    ...schedulingGates.flatMap(({ name }, index) => {
      const here = child(at, 'schedulingGates', index)
      const again = names.has(name) ? [duplicate(here, name)] : []
      names.add(name)
      return [...every(here, name, qualifiedNameErrors(name)), ...again]
    }),
  ]
}

/** The same of devices that it asks for. */
export function claimErrors(claims: DecodedSpec['resourceClaims'], at: FieldPath): readonly FieldError[] {
  const names = new Set<string>()
  return claims.flatMap((claim, index) => {
    const { name, resourceClaimName: given, resourceClaimTemplateName: template } = claim
    const here = child(at, index)
    const ofName = child(here, 'name')
    const errors: FieldError[] = []
    if (name === '') errors.push(required(ofName))
    else if (names.has(name)) errors.push(duplicate(ofName, name))
    else {
      errors.push(...every(ofName, name, labelErrors(name)))
      names.add(name)
    }
    const shown = inJson({
      ...{ Name: name, ResourceClaimName: given ?? null, ResourceClaimTemplateName: template ?? null },
    })
    if (given !== undefined && template !== undefined)
      errors.push(
        invalid(here, shown, 'at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified'),
      )
    if (given === undefined && template === undefined)
      errors.push(invalid(here, shown, 'must specify one of: `resourceClaimName`, `resourceClaimTemplateName`'))
    for (const field of ['resourceClaimName', 'resourceClaimTemplateName'] as const) {
      const value = claim[field]
      if (value !== undefined) errors.push(...every(child(here, field), value, subdomainErrors(value)))
    }
    return errors
  })
}

/** The same of a host name that replaces all others. */
export function hostnameErrors({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }: DecodedSpec, at: FieldPath) {
  if (name === undefined) return []
  const here = child(at, 'hostnameOverride')
  return [
    ...(setHostnameAsFQDN ? [forbidden(here, 'may not be specified when setHostnameAsFQDN is true')] : []),
    ...(hostNetwork ? [forbidden(here, 'may not be specified when hostNetwork is true')] : []),
    ...(new TextEncoder().encode(name).length > 64 ? [tooLong(here, 64)] : []),
    ...every(here, name, subdomainErrors(name)),
  ]
}
