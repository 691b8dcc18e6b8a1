import themes from './themes.json'

export type Theme = 'light' | 'dark'

/** The themes of editor and terminal. Both want colours in hex, so they are data beside the tokens. */
export const editorThemes = themes.monaco
export const terminalThemes = themes.xterm

/** The theme the page has now: the chosen one, or the system's. */
export function currentTheme(): Theme {
  return getComputedStyle(document.documentElement).colorScheme === 'dark' ? 'dark' : 'light'
}

/** Calls back whenever the theme changes, by choice or by the system; the answer stops that. */
export function onTheme(changed: (theme: Theme) => void): () => void {
  const tell = () => changed(currentTheme())
  const observer = new MutationObserver(tell)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const system = matchMedia('(prefers-color-scheme: dark)')
  system.addEventListener('change', tell)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', tell)
  }
}
