import type { ComponentType } from 'react'
import { ProfileParts } from './profile-parts.tsx'
import { SystemCallPath } from './system-call-path.tsx'

/** What `::diagram{name="…"}` may name. */
export const DIAGRAMS: Readonly<Record<string, ComponentType>> = {
  'profile-parts': ProfileParts,
  'system-call-path': SystemCallPath,
}
