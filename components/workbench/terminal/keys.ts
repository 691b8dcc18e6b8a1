/** What a person did at the keyboard, as the line editor understands it. */
export type Key =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'paste'; readonly text: string }
  | { readonly kind: 'key'; readonly name: string }

const names: Readonly<Record<string, string>> = {
  '\r': 'enter',
  '\n': 'enter',
  '\t': 'tab',
  '\x7f': 'backspace',
  '\b': 'backspace',
  '\x1b': 'escape',
  '\x1b[A': 'up',
  '\x1bOA': 'up',
  '\x1b[B': 'down',
  '\x1bOB': 'down',
  '\x1b[C': 'right',
  '\x1bOC': 'right',
  '\x1b[D': 'left',
  '\x1bOD': 'left',
  '\x1b[H': 'home',
  '\x1bOH': 'home',
  '\x1b[1~': 'home',
  '\x1b[F': 'end',
  '\x1bOF': 'end',
  '\x1b[4~': 'end',
  '\x1b[3~': 'delete',
  '\x1b[1;5C': 'alt-f',
  '\x1b[1;3C': 'alt-f',
  '\x1b[1;5D': 'alt-b',
  '\x1b[1;3D': 'alt-b',
  '\x1b\x7f': 'alt-backspace',
  '\x1b\b': 'alt-backspace',
  '\x17': 'ctrl-w',
}

const pasteStart = '\x1b[200~'
const pasteEnd = '\x1b[201~'
// What follows Escape: a control sequence, a function key of the application mode, or Alt with one letter.
const afterEscape = /^(?:\[[0-9;?]*[ -/]*[@-~]|O[A-Za-z]|[^[O])?/u

/** Takes apart what xterm sends for keys and for a bracketed paste. Sequences that nobody knows are left out. */
export function keysOf(data: string): readonly Key[] {
  const keys: Key[] = []
  let rest = data
  while (rest !== '') {
    if (rest.startsWith(pasteStart)) {
      const end = rest.indexOf(pasteEnd)
      const text = end < 0 ? rest.slice(pasteStart.length) : rest.slice(pasteStart.length, end)
      keys.push({ kind: 'paste', text: text.replace(/\r\n?/g, '\n') })
      rest = end < 0 ? '' : rest.slice(end + pasteEnd.length)
      continue
    }
    const sequence = rest.startsWith('\x1b') ? `\x1b${afterEscape.exec(rest.slice(1))?.[0] ?? ''}` : ''
    if (sequence !== '') {
      const letter = /^[a-z.]$/.test(sequence.slice(1)) ? `alt-${sequence.slice(1)}` : undefined
      const name = names[sequence] ?? letter
      if (name !== undefined) keys.push({ kind: 'key', name })
      rest = rest.slice(sequence.length)
      continue
    }
    const code = rest.charCodeAt(0)
    if (isControl(code)) {
      const one = rest.slice(0, 1)
      keys.push({ kind: 'key', name: names[one] ?? `ctrl-${String.fromCharCode(code + 0x60)}` })
      rest = rest.slice(1)
      continue
    }
    let end = 1
    while (end < rest.length && !isControl(rest.charCodeAt(end))) end++
    const text = rest.slice(0, end)
    keys.push({ kind: 'text', text })
    rest = rest.slice(text.length)
  }
  return keys
}

function isControl(code: number): boolean {
  return code < 0x20 || code === 0x7f
}
