'use client'

import { Icon } from '../../../ui/icon.tsx'
import { turnReader, useReaderMode } from './reader-mode.ts'

/** The switch of the terminal's reader mode, in the status bar. */
export function ReaderCell() {
  const on = useReaderMode()
  return (
    <button
      type="button"
      aria-pressed={on}
      title="For screen readers: the terminal is announced, and its output stands beside it as a list"
      onClick={() => turnReader(!on)}
    >
      <Icon name="keyboard" />
      Reader mode {on ? 'on' : 'off'}
    </button>
  )
}
