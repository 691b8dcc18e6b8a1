import { useEffect } from 'react'
import type { Attempt } from './attempt.ts'
import { type Shortcut, shortcutOf } from './pane-keys.ts'
import type { Pane } from './state.ts'

const order: readonly Pane[] = ['task', 'results', 'editor', 'terminal']

/** Takes the workbench's keys before editor and terminal see them. */
export function useShortcuts(attempt: Attempt) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const shortcut = shortcutOf(event)
      if (shortcut === undefined || document.querySelector('dialog[open]')) return
      event.preventDefault()
      event.stopPropagation()
      act(attempt, shortcut)
    }
    addEventListener('keydown', pressed, { capture: true })
    return () => removeEventListener('keydown', pressed, { capture: true })
  }, [attempt])
}

function act(attempt: Attempt, shortcut: Shortcut) {
  switch (shortcut.do) {
    case 'focus':
      return focus(attempt, shortcut.pane)
    case 'next-pane':
      return focus(attempt, neighbour(1))
    case 'previous-pane':
      return focus(attempt, neighbour(-1))
    case 'check':
      return void attempt.check()
    case 'undo':
      return void (attempt.store.get().head.canUndo && attempt.undo())
    case 'redo':
      return void (attempt.store.get().head.canRedo && attempt.redo())
  }
}

function focus(attempt: Attempt, pane: Pane) {
  attempt.store.change({ do: 'pane', pane })
  attempt.focus.get(pane)?.()
}

function neighbour(by: 1 | -1): Pane {
  const now = document.activeElement?.closest<HTMLElement>('[data-pane]')?.dataset.pane
  const at = order.indexOf(now as Pane)
  const next = at < 0 ? (by > 0 ? 0 : order.length - 1) : (at + by + order.length) % order.length
  return order[next] ?? 'task'
}
