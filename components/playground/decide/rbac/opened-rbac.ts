import type { Grant, Rbac } from '#engine/validation/rbac/authorize.ts'
import type { PolicyRule } from '#engine/validation/rbac/objects.ts'
import type { PlacedBinding, PlacedRole } from '#engine/validation/rbac/read.ts'
import type { Lines } from '../../playground.ts'

/** Roles and bindings that were read, with the places of their rules and subjects. */
export interface OpenedRbac {
  readonly roles: readonly PlacedRole[]
  readonly bindings: readonly PlacedBinding[]
  readonly rbac: Rbac
  ruleAt(rule: PolicyRule): Lines | undefined
  subjectAt(grant: Pick<Grant, 'binding' | 'subject'>): Lines | undefined
}
