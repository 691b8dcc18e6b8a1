import type { ComponentType } from 'react'
import { AuditLevels } from './audit-levels.tsx'
import { ProfileParts } from './profile-parts.tsx'
import { RequestLife } from './request-life.tsx'
import { SystemCallPath } from './system-call-path.tsx'

/** What `::diagram{name="…"}` may name. */
export const DIAGRAMS: Readonly<Record<string, ComponentType>> = {
  'audit-levels': AuditLevels,
  'profile-parts': ProfileParts,
  'request-life': RequestLife,
  'system-call-path': SystemCallPath,
}
