'use client'

import { useSyncExternalStore } from 'react'
import { Icon } from '../ui/icon.tsx'
import { chooseTheme, currentTheme, nextTheme, onThemeChosen, type Theme } from './theme.ts'

const ICONS = { light: 'sun', dark: 'moon', system: 'screen' } as const

export function ThemeSwitch() {
  const theme = useSyncExternalStore<Theme>(onThemeChosen, currentTheme, () => 'system')
  return (
    <button
      type="button"
      className="btn btn-icon"
      data-theme-switch
      aria-label={`Switch theme. Now: ${theme}`}
      title={`Theme: ${theme}`}
      onClick={() => chooseTheme(nextTheme(currentTheme()))}
    >
      <Icon name={ICONS[theme]} />
    </button>
  )
}
