import type { Pane } from './state.ts'

export type Shortcut =
  | { readonly do: 'focus'; readonly pane: Pane }
  | { readonly do: 'next-pane' | 'previous-pane' | 'check' | 'undo' | 'redo' }

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>

const focusKeys: Readonly<Record<string, Pane>> = {
  Digit1: 'editor',
  Digit2: 'terminal',
  Digit3: 'task',
  Digit4: 'results',
}

/**
 * What a key does everywhere in the workbench, by the key's place and not its letter, so that it holds on every keyboard.
 * Ctrl and a letter belong to terminal and editor and are never taken; AltGraph writes characters.
 */
export function shortcutOf(event: Pressed): Shortcut | undefined {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event
  if (ctrlKey || metaKey || event.getModifierState('AltGraph')) return undefined
  if (code === 'F6' && !altKey) return { do: shiftKey ? 'previous-pane' : 'next-pane' }
  if (!altKey) return undefined
  if (shiftKey) return code === 'KeyZ' ? { do: 'undo' } : code === 'KeyY' ? { do: 'redo' } : undefined
  const pane = focusKeys[code]
  if (pane) return { do: 'focus', pane }
  return code === 'Enter' || code === 'NumpadEnter' ? { do: 'check' } : undefined
}
