import { expect, test } from 'vitest'
import { opens } from './opening.ts'

/** Held keys and the key's code; whether the focus is where a person types → what opens. */
const cases: readonly (readonly [keys: string, typing: boolean, expected: string | undefined])[] = [
  ['Alt KeyK', false, 'palette'],
  ['Alt KeyK', true, 'palette'],
  ['Ctrl KeyK', false, 'palette'],
  ['Meta KeyK', false, 'palette'],
  ['Ctrl KeyK', true, undefined],
  ['Meta KeyK', true, undefined],
  ['KeyK', false, undefined],
  ['Shift Alt KeyK', false, undefined],
  ['Ctrl Alt KeyK', false, undefined],
  ['AltGraph Alt KeyK', false, undefined],
  ['Alt KeyJ', false, undefined],
  ['F1', false, 'sheet'],
  ['F1', true, 'sheet'],
  ['Alt F1', false, undefined],
  ['Ctrl F1', false, undefined],
  ['Shift F1', false, undefined],
]

test.each(cases)('%s, typing: %s', (keys, typing, expected) => {
  const held = keys.split(' ')
  const event = {
    code: held.at(-1) ?? '',
    altKey: held.includes('Alt'),
    ctrlKey: held.includes('Ctrl'),
    metaKey: held.includes('Meta'),
    shiftKey: held.includes('Shift'),
    getModifierState: (name: string) => held.includes(name),
  }
  expect(opens(event, typing)).toBe(expected)
})
