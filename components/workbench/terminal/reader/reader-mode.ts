import { useSyncExternalStore } from 'react'

const place = 'breakwater:reader'
const changed = 'breakwater:reader'

/** Whether the terminal is shown for a screen reader too; the browser remembers it. */
export function readerMode(): boolean {
  try {
    return localStorage.getItem(place) === 'on'
  } catch {
    return false
  }
}

export function turnReader(on: boolean) {
  try {
    if (on) localStorage.setItem(place, 'on')
    else localStorage.removeItem(place)
  } catch {
    // Without storage there is no reader mode to remember, and none to turn on.
  }
  dispatchEvent(new Event(changed))
}

function subscribe(onChange: () => void) {
  addEventListener(changed, onChange)
  return () => removeEventListener(changed, onChange)
}

export function useReaderMode(): boolean {
  return useSyncExternalStore(subscribe, readerMode, () => false)
}
