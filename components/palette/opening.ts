/** What lies over a page: the command palette, or the sheet of keys. */
export type Overlay = 'palette' | 'sheet'

type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'getModifierState'>

/**
 * What a key opens. Ctrl+K (or Cmd+K) belongs to readline and the editor wherever a person types; Alt+K and F1 are free
 * everywhere.
 */
export function opens(event: Pressed, typing: boolean): Overlay | undefined {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event
  if (shiftKey || event.getModifierState('AltGraph')) return undefined
  const held = ctrlKey || metaKey
  if (code === 'F1') return altKey || held ? undefined : 'sheet'
  return code === 'KeyK' && (altKey ? !held : held && !typing) ? 'palette' : undefined
}
