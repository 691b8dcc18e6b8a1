'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { createFindings, FindingsContext } from './findings.ts'

/** Gives the workbench its findings. An exam stands outside of it and has none. */
export function WithFindings({ children }: { children: ReactNode }) {
  const [findings] = useState(createFindings)
  useEffect(() => findings.recall(), [findings])
  return <FindingsContext value={findings}>{children}</FindingsContext>
}
