'use client'

import { useEffect, useRef } from 'react'
import { useFindings } from '../findings/findings.ts'
import { useAttempt } from '../store.ts'
import { mountEditor } from './mount-editor.ts'

/** The element that Monaco lives in; loaded after the page, with Monaco itself. */
export function MonacoHost({ onReady }: { onReady: () => void }) {
  const attempt = useAttempt()
  const findings = useFindings()
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!element.current) return
    const unmount = mountEditor(element.current, attempt, findings)
    onReady()
    return unmount
  }, [attempt, findings, onReady])
  return <div className="ed-host" ref={element} />
}
