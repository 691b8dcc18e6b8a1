'use client'

import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon.tsx'

type Theme = 'light' | 'dark' | 'system'

// The key and the attribute are also in public/theme.js, which sets the theme before the first paint.
const KEY = 'theme'
const ICONS = { light: 'sun', dark: 'moon', system: 'screen' } as const
const CHANGED = 'breakwater:theme'

function current(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** From the system's theme to the other one, to the same one held fast, and back to the system's. */
function next(theme: Theme): Theme {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  if (theme === 'system') return system === 'dark' ? 'light' : 'dark'
  return theme === system ? 'system' : system
}

function choose(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(KEY)
    else localStorage.setItem(KEY, theme)
  } catch {
    // Storage may be closed to us: then the choice lasts as long as the page.
  }
  window.dispatchEvent(new Event(CHANGED))
}

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange)
  return () => window.removeEventListener(CHANGED, onChange)
}

export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(subscribe, current, () => 'system')
  return (
    <button
      type="button"
      className="btn btn-icon"
      data-theme-switch
      aria-label={`Switch theme. Now: ${theme}`}
      title={`Theme: ${theme}`}
      onClick={() => choose(next(current()))}
    >
      <Icon name={ICONS[theme]} />
    </button>
  )
}
