import { shortcutOf } from '../../workbench/pane-keys.ts'

/** Everything that can hold the focus, in the order of F6. The editor and the terminals share a place. */
export const panes = ['tasks', 'task', 'notes', 'work'] as const

export type FocusPane = (typeof panes)[number]

export type ExamKey =
  | { readonly do: 'next-task' | 'previous-task' | 'flag' | 'done' | 'documents' | 'next-pane' | 'previous-pane' }
  | { readonly do: 'focus'; readonly pane: 'editor' | 'terminal' | 'task' | 'notes' }

type Pressed = Parameters<typeof shortcutOf>[0]

const taskKeys: Readonly<Record<string, ExamKey>> = {
  PageDown: { do: 'next-task' },
  PageUp: { do: 'previous-task' },
}

const shiftKeys: Readonly<Record<string, ExamKey>> = {
  KeyF: { do: 'flag' },
  KeyD: { do: 'done' },
  KeyO: { do: 'documents' },
}

/** What a key does everywhere in an exam, by the key's place. A key that checks, undoes or redoes in a lab does nothing. */
export function examKeyOf(event: Pressed): ExamKey | undefined {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event
  if (ctrlKey || metaKey || event.getModifierState('AltGraph')) return undefined
  const own = altKey ? (shiftKey ? shiftKeys : taskKeys)[code] : undefined
  if (own) return own
  const shortcut = shortcutOf(event)
  switch (shortcut?.do) {
    case 'focus':
      return { do: 'focus', pane: shortcut.pane === 'results' ? 'notes' : shortcut.pane }
    case 'next-pane':
    case 'previous-pane':
      return { do: shortcut.do }
    default:
      return undefined
  }
}
