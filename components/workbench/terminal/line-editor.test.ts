import { expect, test } from 'vitest'
import { type Key, keysOf } from './keys.ts'
import { type Effect, emptyLine, entered, insert, type Line, press } from './line-editor.ts'

const history = ['ls -l', 'kubectl get pods -n prod', 'cat /etc/hosts']

/** Keys as xterm sends them → the line with `|` for the cursor, and the effect of the last key. */
const cases: readonly (readonly [says: string, keys: string, line: string, effect?: Effect])[] = [
  ['letters', 'ls', 'ls|'],
  ['Left and a letter in between', 'lx\x1b[Ds', 'ls|x'],
  ['Right stops at the end', 'ls\x1b[C\x1b[C', 'ls|'],
  ['Backspace', 'lss\x7f', 'ls|'],
  ['Backspace at the start', '\x7f', '|', 'bell'],
  ['Backspace takes a whole emoji family', 'a👨‍👩‍👧\x7f', 'a|'],
  ['Backspace takes a letter with its accent', 'caf\u0065\u0301\x7f', 'caf|'],
  ['Delete', 'ls\x1b[D\x1b[3~', 'l|'],
  ['Delete at the end', 'ls\x1b[3~', 'ls|', 'bell'],
  ['Home by both sequences', 'ls\x1b[H', '|ls'],
  ['Home in application mode', 'ls\x1bOH', '|ls'],
  ['End', 'ls\x1b[H\x1b[F', 'ls|'],
  ['Ctrl+A and Ctrl+E', 'ls\x01e\x05x', 'elsx|'],
  ['Ctrl+B and Ctrl+F', 'ab\x02\x02\x06x', 'ax|b'],
  ['Ctrl+W cuts an argument', 'cat /etc/hosts\x17', 'cat |'],
  ['Ctrl+W over blanks', 'cat   \x17', '|'],
  ['Ctrl+U cuts to the start', 'echo hi\x1b[D\x15', '|i'],
  ['Ctrl+K cuts to the end', 'echo hi\x01\x06\x0b', 'e|'],
  ['Ctrl+Y brings it back', 'echo hi\x15\x19\x19', 'echo hiecho hi|'],
  ['kills in a row are one', 'a b c\x17\x17\x19', 'a b c|'],
  ['kills apart are two', 'a b\x17x\x17\x19', 'a x|'],
  ['Ctrl+Y with nothing cut', '\x19', '|', 'bell'],
  ['Alt+B by words', 'cat /etc/hosts\x1bb', 'cat /etc/|hosts'],
  ['Alt+F by words', 'cat /etc/hosts\x01\x1bf\x1bf', 'cat /etc|/hosts'],
  ['Alt+D', 'cat /etc\x01\x1bd', '| /etc'],
  ['Alt+Backspace', 'cat /etc/hosts\x1b\x7f', 'cat /etc/|'],
  ['Ctrl+Left and Ctrl+Right', 'ab cd\x1b[1;5D\x1b[1;5D\x1b[1;5C', 'ab| cd'],
  ['Up', '\x1b[A', 'cat /etc/hosts|'],
  ['Up and Down bring back what was written', 'ec\x1b[A\x1b[B', 'ec|'],
  ['Up to the oldest', '\x1b[A\x1b[A\x1b[A\x1b[A', 'ls -l|', 'bell'],
  ['Down below the newest', 'x\x1b[B', 'x|', 'bell'],
  ['Ctrl+P and Ctrl+N', '\x10\x10\x0e', 'cat /etc/hosts|'],
  ['Alt+dot', 'less \x1b.', 'less /etc/hosts|'],
  ['Enter', 'ls\r', 'ls|', 'submit'],
  ['Ctrl+C', 'ls\x03', 'ls|', 'interrupt'],
  ['Ctrl+D on an empty line', '\x04', '|', 'close'],
  ['Ctrl+D deletes elsewhere', 'ls\x1b[D\x04', 'l|'],
  ['Ctrl+L', 'ls\x0c', 'ls|', 'clear'],
  ['Tab', 'ka\t', 'ka|', 'complete'],
  ['a second Tab', 'ka\t\t', 'ka|', 'list'],
  ['Tab after something else is a first Tab', 'ka\tt\t', 'kat|', 'complete'],
  ['Ctrl+R finds the newest', '\x12get', 'kubectl |get pods -n prod'],
  ['Ctrl+R again finds an older one', '\x12l\x12', '|ls -l'],
  ['Ctrl+R without a find keeps the last', '\x12getx', 'kubectl |get pods -n prod'],
  ['Ctrl+R and Backspace', '\x12getx\x7f', 'kubectl |get pods -n prod'],
  ['Ctrl+R and Enter', '\x12get\r', 'kubectl |get pods -n prod', 'submit'],
  ['Ctrl+R and Ctrl+G', 'abc\x12get\x07', 'abc|'],
  ['Ctrl+R and Escape keeps the find', '\x12get\x1b', 'kubectl |get pods -n prod'],
  ['Ctrl+R and End goes on there', '\x12get\x05x', 'kubectl get pods -n prodx|'],
  ['an unknown sequence', 'a\x1b[15~b', 'ab|'],
  ['a bracketed paste', '\x1b[200~a\r\nb\x1b[201~c', 'a\nbc|'],
  ['wide characters', '日本\x1b[D語', '日語|本'],
]

for (const [says, keys, expected, effect] of cases) {
  test(says, () => {
    let line: Line = emptyLine(history)
    let last: Effect | undefined
    for (const key of keysOf(keys).flatMap(oneByOne)) {
      const pressed = press(line, key)
      line = pressed.line
      last = pressed.effect
    }
    expect(`${line.text.slice(0, line.cursor)}|${line.text.slice(line.cursor)}`).toBe(expected)
    expect(last).toBe(effect)
  })
}

/** xterm sends letters one by one; a case writes them together. */
function oneByOne(key: Key): readonly Key[] {
  return key.kind === 'text' ? Array.from(key.text, text => ({ kind: 'text', text }) as const) : [key]
}

const remembered: readonly (readonly [string, string, readonly string[]])[] = [
  ['a new line', 'pwd', [...history, 'pwd']],
  ['a repetition', 'cat /etc/hosts', history],
  ['a blank line', '  ', history],
]

test.each(remembered)('history: %s', (_, text, expected) => {
  const line = entered(insert(emptyLine(history), text), text)
  expect(line.history).toEqual(expected)
  expect(line.text).toBe('')
  expect(line.at).toBe(expected.length)
})
