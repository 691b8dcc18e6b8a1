import { duplicate, every, type FieldError, forbidden, inJson, invalid } from '../kubernetes/field-error.ts'
import { child, type FieldPath } from '../kubernetes/field-path.ts'
import { qualifiedNameErrors, subdomainErrors } from '../kubernetes/names.ts'
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
  return claims.flatMap(({ name, resourceClaimName: claim, resourceClaimTemplateName: template }, index) => {
    const shown = inJson({
      ...{ Name: name, ResourceClaimName: claim ?? null, ResourceClaimTemplateName: template ?? null },
    })
    const bad = (why: string) => [invalid(child(at, index), shown, why)]
    if (claim === undefined && template === undefined)
      return bad('must specify one of: `resourceClaimName`, `resourceClaimTemplateName`')
    return claim === undefined || template === undefined
      ? []
      : bad('at most one of `resourceClaimName` or `resourceClaimTemplateName` may be specified')
  })
}

/** The same of a host name that replaces all others. */
export function hostnameErrors({ hostnameOverride: name, setHostnameAsFQDN, hostNetwork }: DecodedSpec, at: FieldPath) {
  if (name === undefined) return []
  const here = child(at, 'hostnameOverride')
  return [
    ...every(here, name, subdomainErrors(name)),
    ...(setHostnameAsFQDN ? [forbidden(here, 'may not be specified when setHostnameAsFQDN is true')] : []),
    ...(hostNetwork ? [forbidden(here, 'may not be specified when hostNetwork is true')] : []),
  ]
}
