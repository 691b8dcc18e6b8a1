import { expect, test } from 'vitest'
import { createScreen } from './screen.ts'

test.each([
  ['text, tabs and line ends', ['a\tb\r\nc\b'], 'a\tb\r\nc\b'],
  ['colours', ['\u001b[1;31mred\u001b[0m'], '\u001b[1;31mred\u001b[0m'],
  ['colours in pieces', ['\u001b', '[3', '1mred'], '\u001b[31mred'],
  ['not the title of the window', ['\u001b]0;owned\u0007after'], 'after'],
  ['not the clipboard', ['\u001b]52;c;cm0gLXJm\u001b\\after'], 'after'],
  ['not what asks the terminal to answer', ['\u001b[6n\u001b[cafter\u001bZ\u0005'], 'after'],
  ['not moving about or wiping', ['\u001b[2J\u001b[10;10H\u001bcafter\u000c'], 'after'],
  ['not the eight-bit forms', ['\u009b31mafter\u009d0;x'], '31mafter0;x'],
])('lets through %s', (_, pieces, shown) => {
  let written = ''
  const screen = createScreen(text => {
    written += text
  })
  for (const piece of pieces) screen(piece)
  expect(written).toBe(shown)
})

test('holds no more than the beginning of a sequence back', () => {
  const written: string[] = []
  const screen = createScreen(text => written.push(text))
  screen(`a\u001b[${'1;'.repeat(20)}`)
  screen(`${'1;'.repeat(20)}b`)
  expect(written.join('')).toMatch(/^a/)
  expect(written.join('')).not.toContain('\u001b')
})
