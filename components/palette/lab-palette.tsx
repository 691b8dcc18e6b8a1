'use client'

import { useEffect } from 'react'
import { useFindings } from '../workbench/findings/findings.ts'
import { useAttempt } from '../workbench/store.ts'
import { offerCommands } from './page-commands.ts'

/** Offers the lab's commands to the palette; shows nothing. */
export function LabPalette() {
  const attempt = useAttempt()
  const findings = useFindings()
  useEffect(
    () => offerCommands(() => import('./lab-commands.ts').then(it => it.labCommands(attempt, findings))),
    [attempt, findings],
  )
  return null
}
