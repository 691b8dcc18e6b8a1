import { chooseTheme, currentTheme, type Theme } from '../site/theme.ts'
import type { Command } from './entry.ts'

const themes = [
  { theme: 'light', title: 'Switch theme to light', icon: 'sun' },
  { theme: 'dark', title: 'Switch theme to dark', icon: 'moon' },
  { theme: 'system', title: 'Switch theme to the system’s', icon: 'screen' },
] as const satisfies readonly { theme: Theme; title: string; icon: string }[]

/** What can be done on every page. */
export function siteCommands(): readonly Command[] {
  const now = currentTheme()
  return themes
    .filter(it => it.theme !== now)
    .map(({ theme, title, icon }) => ({ id: `theme-${theme}`, title, icon, act: () => chooseTheme(theme) }))
}
