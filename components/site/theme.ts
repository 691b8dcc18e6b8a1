export type Theme = 'light' | 'dark' | 'system'

// The key and the attribute are also in public/theme.js, which sets the theme before the first paint.
const key = 'theme'
const changed = 'breakwater:theme'

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

/** From the system's theme to the other one, to the same one held fast, and back to the system's. */
export function nextTheme(theme: Theme): Theme {
  const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  if (theme === 'system') return system === 'dark' ? 'light' : 'dark'
  return theme === system ? 'system' : system
}

export function chooseTheme(theme: Theme) {
  const root = document.documentElement
  if (theme === 'system') delete root.dataset.theme
  else root.dataset.theme = theme
  try {
    if (theme === 'system') localStorage.removeItem(key)
    else localStorage.setItem(key, theme)
  } catch {
    // Storage may be closed to us: then the choice lasts as long as the page.
  }
  window.dispatchEvent(new Event(changed))
}

/** Calls back whenever a theme is chosen; the answer stops that. */
export function onThemeChosen(onChange: () => void): () => void {
  window.addEventListener(changed, onChange)
  return () => window.removeEventListener(changed, onChange)
}
