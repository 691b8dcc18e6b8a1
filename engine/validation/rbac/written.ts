import type { LabelSelector } from '../kubernetes/label-selector.ts'
import type { Binding, Role, RoleRef, Subject } from './objects.ts'

/** A role with everything that is written in it. */
export interface WrittenRole extends Role {
  /** Which ClusterRoles it gathers its rules from. */
  readonly aggregation?: readonly LabelSelector[]
}

export interface WrittenSubject extends Subject {
  readonly apiGroup: string
}

export interface WrittenRoleRef extends RoleRef {
  readonly apiGroup: string
}

export interface WrittenBinding extends Binding {
  readonly roleRef: WrittenRoleRef
  readonly subjects: readonly WrittenSubject[]
}
