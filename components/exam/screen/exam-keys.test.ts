import { expect, test } from 'vitest'
import { type ExamKey, examKeyOf } from './exam-keys.ts'

const press = (keys: string) => {
  const held = keys.split('+')
  const code = held.pop() ?? ''
  const has = (key: string) => held.includes(key)
  return examKeyOf({
    code,
    altKey: has('Alt'),
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    shiftKey: has('Shift'),
    getModifierState: key => key === 'AltGraph' && has('AltGraph'),
  })
}

test.each<[string, ExamKey]>([
  ['Alt+PageDown', { do: 'next-task' }],
  ['Alt+PageUp', { do: 'previous-task' }],
  ['Alt+Shift+KeyF', { do: 'flag' }],
  ['Alt+Shift+KeyD', { do: 'done' }],
  ['Alt+Shift+KeyO', { do: 'documents' }],
  ['F6', { do: 'next-pane' }],
  ['Shift+F6', { do: 'previous-pane' }],
  ['Alt+Digit1', { do: 'focus', pane: 'editor' }],
  ['Alt+Digit2', { do: 'focus', pane: 'terminal' }],
  ['Alt+Digit3', { do: 'focus', pane: 'task' }],
  ['Alt+Digit4', { do: 'focus', pane: 'notes' }],
])('%s', (keys, act) => {
  expect(press(keys)).toEqual(act)
})

test.each([
  'Alt+Enter',
  'Alt+Shift+KeyZ',
  'Alt+Shift+KeyY',
  'Alt+KeyF',
  'Alt+KeyD',
  'Shift+PageDown',
  'PageDown',
  'Ctrl+Alt+PageDown',
  'AltGraph+Alt+Shift+KeyF',
])('%s is left to the terminal', keys => {
  expect(press(keys)).toBeUndefined()
})
