import { expect, test } from 'vitest'
import { shortcutOf } from './pane-keys.ts'

/** Held keys and the key's code → what it does. */
const cases: readonly (readonly [keys: string, expected: unknown])[] = [
  ['F6', { do: 'next-pane' }],
  ['Shift F6', { do: 'previous-pane' }],
  ['Alt Digit1', { do: 'focus', pane: 'editor' }],
  ['Alt Digit2', { do: 'focus', pane: 'terminal' }],
  ['Alt Digit3', { do: 'focus', pane: 'task' }],
  ['Alt Digit4', { do: 'focus', pane: 'results' }],
  ['Alt Enter', { do: 'check' }],
  ['Alt Shift KeyZ', { do: 'undo' }],
  ['Alt Shift KeyY', { do: 'redo' }],
  ['Enter', undefined],
  ['Digit1', undefined],
  ['Ctrl KeyC', undefined],
  ['Ctrl Alt Digit1', undefined],
  ['Alt KeyB', undefined],
  ['Alt KeyF', undefined],
  ['Alt KeyD', undefined],
  ['Alt Backspace', undefined],
  ['AltGraph Alt Digit2', undefined],
  ['Meta Alt Enter', undefined],
]

test.each(cases)('%s', (keys, expected) => {
  const held = keys.split(' ')
  const event = {
    code: held.at(-1) ?? '',
    altKey: held.includes('Alt'),
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name: string) => held.includes(name),
  }
  expect(shortcutOf(event)).toEqual(expected)
})
