'use client'

import { useEffect } from 'react'

/** Prints the report. However printing is begun, everything that is folded is open on paper, and as before afterwards. */
export function PrintButton() {
  useEffect(() => {
    let opened: readonly HTMLDetailsElement[] = []
    const open = () => {
      opened = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')]
      for (const it of opened) it.open = true
    }
    const close = () => {
      for (const it of opened) it.open = false
      opened = []
    }
    addEventListener('beforeprint', open)
    addEventListener('afterprint', close)
    return () => {
      removeEventListener('beforeprint', open)
      removeEventListener('afterprint', close)
    }
  }, [])
  return (
    <button className="btn" type="button" onClick={() => print()}>
      Print
    </button>
  )
}
