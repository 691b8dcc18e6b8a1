'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createFindings, FindingsContext } from './findings.ts'

/** Gives the workbench its findings, or none at all. */
export function WithFindings({ wanted, children }: { wanted: boolean; children: ReactNode }) {
  const [findings] = useState(() => (wanted ? createFindings() : null))
  useEffect(() => findings?.recall(), [findings])
  return <FindingsContext value={findings}>{children}</FindingsContext>
}
