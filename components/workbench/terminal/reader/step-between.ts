type Pressed = Pick<KeyboardEvent, 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>

/**
 * Where a key leads in the list of blocks: Alt+Up from the prompt to the last command, then from command to command, and
 * within a long output part by part; Alt+Down back, at the end to the prompt; Escape to the prompt at once.
 */
export function stepBetween(event: Pressed, list: HTMLElement): HTMLElement | 'prompt' | undefined {
  const { code, altKey, ctrlKey, metaKey, shiftKey } = event
  if (ctrlKey || metaKey || shiftKey) return undefined
  const focused = document.activeElement
  const inside = list.contains(focused)
  if (code === 'Escape' && !altKey) return inside ? 'prompt' : undefined
  if (!altKey || (code !== 'ArrowUp' && code !== 'ArrowDown')) return undefined
  const all = Array.from(list.querySelectorAll<HTMLElement>('[data-block]'))
  const commands = all.filter(it => it.dataset.block === 'command')
  const at = focused instanceof HTMLElement ? all.indexOf(focused) : -1
  const now = all[at]
  if (now === undefined) return code === 'ArrowUp' ? commands.at(-1) : undefined
  if (code === 'ArrowDown') return all[at + 1] ?? 'prompt'
  if (now.dataset.block === 'part') return all[at - 1]
  return commands[commands.indexOf(now) - 1] ?? now
}
