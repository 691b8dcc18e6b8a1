import type { KeyboardEvent } from 'react'

/** Arrow keys, Home and End move between the tabs of a list. `activate` presses the tab that is reached, too. */
export function moveTab(event: KeyboardEvent<HTMLElement>, activate: boolean) {
  const tabs = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]'))
  const at = tabs.indexOf(document.activeElement as HTMLElement)
  if (at < 0) return
  const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  const tab = tabs[(to + tabs.length) % tabs.length]
  tab?.focus()
  if (activate) tab?.click()
}
